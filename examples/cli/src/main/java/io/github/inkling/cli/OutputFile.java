package io.github.inkling.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where a result goes: looked at before the work begins, not after hours of it. */
final class OutputFile {
  private OutputFile() {}

  /** Makes a folder for results, unless it is there. */
  static void makeFolder(Path folder) throws IOException {
    if (Files.isDirectory(folder)) {
      return;
    }
    if (Files.exists(folder)) {
      throw new IOException(folder + ": is a file; name a folder");
    }
    Files.createDirectories(folder);
  }

  /** Checks that a file can be written there; {@code null} stands for a file that is not wanted. */
  static void check(Path file) throws IOException {
    if (file == null) {
      return;
    }
    Path folder = file.toAbsolutePath().getParent();
    if (folder == null || Files.isDirectory(file)) {
      throw new IOException(file + ": is a folder; name a file to write");
    }
    if (!Files.isDirectory(folder)) {
      throw new IOException(
          "%s: there is no folder %s to write it into; make it with mkdir -p %s"
              .formatted(file, folder, folder));
    }
    if (!Files.isWritable(folder)) {
      throw new IOException(
          "%s: may not be written, as the folder %s is read-only; name another place"
              .formatted(file, folder));
    }
  }
}
