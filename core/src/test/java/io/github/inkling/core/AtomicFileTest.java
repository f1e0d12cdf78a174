package io.github.inkling.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AtomicFileTest {
  @TempDir private Path folder;

  @Test
  void theContentTakesTheOldOnesPlace() throws IOException {
    Path file = Files.writeString(folder.resolve("model"), "the old content, which is longer");

    AtomicFile.write(file, out -> out.write(bytes("new")));

    assertThat(file).hasContent("new");
    assertOnlyFile(file);
  }

  @Test
  void whatFailsHalfwayLeavesTheOldContentAndNothingElse() throws IOException {
    Path file = Files.writeString(folder.resolve("model"), "old");

    assertThatThrownBy(
            () ->
                AtomicFile.write(
                    file,
                    out -> {
                      out.write(new byte[1 << 20]);
                      throw new IOException("disk full");
                    }))
        .hasMessage("disk full");
    assertThatThrownBy(
            () ->
                AtomicFile.write(
                    file,
                    out -> {
                      throw new IllegalStateException("no content");
                    }))
        .hasMessage("no content");

    assertThat(file).hasContent("old");
    assertOnlyFile(file);
  }

  @Test
  void aProcessThatIsEndedHalfwayLeavesTheOldContentAndNothingElse() throws Exception {
    Path file = Files.writeString(folder.resolve("model"), "old");

    JavaProcess.run(Ending.class, List.of(), file.toString());

    assertThat(file).hasContent("old");
    assertOnlyFile(file);
  }

  /** Ends while it writes the file that it is told. */
  static final class Ending {
    private Ending() {}

    public static void main(String[] arguments) throws IOException {
      AtomicFile.write(
          Path.of(arguments[0]),
          out -> {
            out.write(new byte[1 << 20]);
            System.exit(0);
          });
    }
  }

  @Test
  void contentMayCloseItsStream() throws IOException {
    Path file = folder.resolve("model");

    AtomicFile.write(
        file,
        out -> {
          out.write(bytes("new"));
          out.close();
        });

    assertThat(file).hasContent("new");
  }

  @Test
  void aNewFileHasThePermissionsOfAnyNewFile() throws IOException {
    assumePosix();
    Path ordinary = Files.createFile(folder.resolve("ordinary"));
    Path file = folder.resolve("model");

    AtomicFile.write(file, out -> out.write(1));

    assertThat(Files.getPosixFilePermissions(file))
        .isEqualTo(Files.getPosixFilePermissions(ordinary));
  }

  @Test
  void aFileKeepsItsPermissions() throws IOException {
    assumePosix();
    for (String permissions : new String[] {"rw-------", "rw-rw-rw-", "r--------"}) {
      Path file = Files.writeString(folder.resolve(permissions), "old");
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));

      AtomicFile.write(file, out -> out.write(bytes("new")));

      assertThat(file).hasContent("new");
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
          .isEqualTo(permissions);
    }
  }

  @Test
  void aSymbolicLinkStaysOneAndItsTargetIsWritten() throws IOException {
    assumePosix();
    Path other = Files.createDirectory(folder.resolve("other"));
    Path file = Files.writeString(other.resolve("model-1"), "old");
    Path link = Files.createSymbolicLink(folder.resolve("model"), Path.of("other", "model-1"));

    AtomicFile.write(link, out -> out.write(bytes("new")));

    assertThat(link).isSymbolicLink();
    assertThat(file).hasContent("new");
  }

  @Test
  void aNameOfTheGreatestLengthCanBeWritten() throws IOException {
    Path file = folder.resolve("m".repeat(255));

    AtomicFile.write(file, out -> out.write(1));

    assertOnlyFile(file);
  }

  @Test
  void onlyAFileInAFolderCanBeWritten() {
    assertThatThrownBy(() -> AtomicFile.write(folder, out -> out.write(1)))
        .isInstanceOf(IOException.class)
        .hasMessage(folder + ": is a folder; name a file to write");
    Path nowhere = folder.resolve("none").resolve("model");
    assertThatThrownBy(() -> AtomicFile.write(nowhere, out -> out.write(1)))
        .isInstanceOf(NoSuchFileException.class)
        .hasMessage(nowhere.getParent() + ": no such folder to write " + nowhere + " into");
  }

  /** Moving a file into its place would do away with the device. */
  @Test
  void aDeviceIsRefused() {
    Path device = Path.of("/dev/null");
    assumeThat(device).exists();

    assertThatThrownBy(() -> AtomicFile.write(device, out -> out.write(1)))
        .isInstanceOf(IOException.class)
        .hasMessage("/dev/null: is a device or pipe; name a file to write");
  }

  private void assumePosix() throws IOException {
    assumeThat(Files.getFileStore(folder).supportsFileAttributeView("posix")).isTrue();
  }

  private void assertOnlyFile(Path file) throws IOException {
    try (var files = Files.list(folder)) {
      assertThat(files).containsExactly(file);
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
