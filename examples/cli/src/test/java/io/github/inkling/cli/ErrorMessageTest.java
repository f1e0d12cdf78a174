package io.github.inkling.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotLinkException;
import org.junit.jupiter.api.Test;

class ErrorMessageTest {
  @Test
  void filesAreNamedWithWhatIsWrong() {
    assertThat(ErrorMessage.of(new NoSuchFileException("a.png")))
        .isEqualTo("a.png: no such file or folder; check the path");
    assertThat(ErrorMessage.of(new AccessDeniedException("a.png")))
        .startsWith("a.png: permission denied");
    assertThat(ErrorMessage.of(new FileSystemException("a.png", null, "Is a directory")))
        .isEqualTo("a.png: Is a directory");
  }

  @Test
  void noFileIsNamedWithoutWhatIsWrong() {
    assertThat(ErrorMessage.of(new FileAlreadyExistsException("out")))
        .startsWith("out: is there already");
    assertThat(ErrorMessage.of(new DirectoryNotEmptyException("out"))).contains("not empty");
    assertThat(ErrorMessage.of(new FileSystemLoopException("out"))).contains("symbolic link");
    assertThat(ErrorMessage.of(new NotLinkException("out"))).contains("out: ", "not link");
    assertThat(ErrorMessage.of(new FileSystemException("out"))).contains("out: ", "file system");
    assertThat(ErrorMessage.of(new AtomicMoveNotSupportedException("a", "b", null)))
        .contains("a: ", "atomic move not supported");
  }

  @Test
  void anExceptionThatOnlyCarriesAnotherIsUnpacked() {
    IOException cause = new IOException("model.inkling: cut off");

    assertThat(ErrorMessage.of(new UncheckedIOException(cause)))
        .isEqualTo("model.inkling: cut off");
  }

  @Test
  void tooLittleMemoryIsToldWithHowToGiveMore() {
    assertThat(ErrorMessage.of(new OutOfMemoryError("Java heap space")))
        .contains("memory", "INKLING_OPTS=-Xmx");
  }

  @Test
  void nativesThatDoNotLoadLeadToTheDoctor() {
    assertThat(ErrorMessage.of(new UnsatisfiedLinkError("no openblas")))
        .contains("no openblas", "inkling doctor");
  }

  @Test
  void aBugIsCalledUnexpected() {
    assertThat(ErrorMessage.of(new ArrayIndexOutOfBoundsException(3)))
        .contains("unexpected", "ArrayIndexOutOfBounds", "--verbose");
    assertThat(ErrorMessage.of(new IllegalStateException())).contains("unexpected");
  }

  @Test
  void anErrorIsOneLineWhateverItsMessage() {
    StringWriter err = new StringWriter();
    Terminal terminal = Terminal.plain(new PrintWriter(err), new PrintWriter(err));

    int exit = new ErrorReporter(terminal).report(new IOException("first\n  second\r\n"), false);

    assertThat(exit).isEqualTo(1);
    assertThat(err.toString().lines()).containsExactly("inkling: first second");
  }
}
