package io.github.inkling.core;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Files that are deleted at the latest when Java ends, as when somebody stops it. */
final class TemporaryFiles {
  private static final Set<Path> FILES = ConcurrentHashMap.newKeySet();

  static {
    try {
      Runtime.getRuntime()
          .addShutdownHook(new Thread(TemporaryFiles::deleteAll, "inkling-temporary-files"));
    } catch (IllegalStateException e) {
      // Java ends already; whoever writes now deletes by itself.
    }
  }

  private TemporaryFiles() {}

  /** To be called before the file is made. */
  static void add(Path file) {
    FILES.add(file);
  }

  /** Deletes a file, if it is still there. */
  static void delete(Path file) throws IOException {
    Files.deleteIfExists(file);
    FILES.remove(file);
  }

  private static void deleteAll() {
    for (Path file : FILES) {
      try {
        Files.deleteIfExists(file);
      } catch (IOException e) {
        // Nobody listens any more.
      }
    }
  }
}
