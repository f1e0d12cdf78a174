package io.github.inkling.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Where a result goes: looked at before the work begins, not after hours of it. */
final class OutputFile {
  private OutputFile() {}

  /** Makes a folder for results, unless it is there and may be written to. */
  static void makeFolder(Path folder) throws IOException {
    if (Files.isDirectory(folder)) {
      if (!Files.isWritable(folder)) {
        throw new IOException(folder + ": is a read-only folder; name another place");
      }
      return;
    }
    if (Files.exists(folder)) {
      throw new IOException(folder + ": is a file; name a folder");
    }
    Files.createDirectories(folder);
  }

  /**
   * Checks that files can be written there, and that none of them would replace another or what the
   * command reads.
   *
   * @param outputs files to write; {@code null} stands for one that is not wanted
   * @param inputs files that are read
   */
  static void check(List<Path> outputs, List<Path> inputs) throws IOException {
    Set<Path> read = new HashSet<>();
    for (Path input : inputs) {
      read.add(identity(input));
    }
    Set<Path> written = new HashSet<>();
    for (Path output : outputs) {
      if (output == null) {
        continue;
      }
      checkPlace(output);
      if (read.contains(identity(output))) {
        throw new IOException(
            output + ": is read by this command, too; name another file to write");
      }
      if (!written.add(identity(output))) {
        throw new IOException(output + ": is named for two results; name two files");
      }
    }
  }

  private static Path identity(Path file) throws IOException {
    // A pipe exists, but its link leads to no path.
    if (Files.isRegularFile(file) || Files.isDirectory(file)) {
      return file.toRealPath();
    }
    // One that is yet to be written may be named by way of a link, too, and what is above a link is
    // told by the file system alone.
    Path place = file.toAbsolutePath();
    Path folder = place.getParent();
    return folder != null && Files.isDirectory(folder)
        ? folder.toRealPath().resolve(place.getFileName())
        : place;
  }

  private static void checkPlace(Path file) throws IOException {
    Path absolute = file.toAbsolutePath();
    Path folder = absolute.getParent();
    if (folder == null || Files.isDirectory(file)) {
      throw new IOException(file + ": is a folder; name a file to write");
    }
    if (absolute.startsWith("/dev")
        || absolute.startsWith("/proc")
        || (Files.exists(file) && !Files.isRegularFile(file))) {
      throw new IOException(file + ": is a device or pipe; name a file to write");
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
