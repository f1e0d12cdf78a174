package io.github.inkling.cli;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A link leads to a folder's folder, so that what is above it is not where the link lies. */
@DisabledOnOs(OS.WINDOWS)
class OutputFileTest {
  @TempDir private Path folder;
  private Path outer;
  private Path aboveLink;

  @BeforeEach
  void link() throws IOException {
    outer = folder.resolve("outer");
    Path inner = Files.createDirectories(outer.resolve("inner"));
    aboveLink = Files.createSymbolicLink(folder.resolve("link"), inner).resolve("..");
  }

  @Test
  void whatIsAboveALinkIsAboveTheFolderItLeadsTo() {
    Path written = aboveLink.resolve("page.png");

    assertThatCode(() -> check(written, folder.resolve("page.png"))).doesNotThrowAnyException();
    assertThatThrownBy(() -> check(written, outer.resolve("page.png")))
        .isInstanceOf(IOException.class)
        .hasMessage(outer.resolve("page.png") + ": is named for two results; name two files");
  }

  @Test
  void soItIsForAFileThatIsThereAlready() throws IOException {
    Path read = Files.createFile(outer.resolve("page.png"));
    Path written = aboveLink.resolve("page.png");

    assertThatThrownBy(() -> OutputFile.check(List.of(written), List.of(read)))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("is read by this command, too");
    assertThatCode(() -> check(written, folder.resolve("page.png"))).doesNotThrowAnyException();
  }

  private static void check(Path first, Path second) throws IOException {
    OutputFile.check(List.of(first, second), List.of());
  }
}
