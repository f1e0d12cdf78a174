package io.github.inkling.core;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

/**
 * Writes a file whole or not at all: the content goes to a temporary file in the same folder, which
 * takes the target's place when it is complete.
 */
public final class AtomicFile {
  private static final int BUFFER = 1 << 16;

  private AtomicFile() {}

  /** Writes a file's content. */
  @FunctionalInterface
  public interface Content {
    /**
     * Writes the content.
     *
     * @param out where to; buffered, need not be closed
     * @throws IOException if it cannot be written
     */
    void writeTo(OutputStream out) throws IOException;
  }

  /**
   * Writes a file, replacing what is there: a file keeps its permissions, a symbolic link stays and
   * the file it leads to is replaced.
   *
   * @param target the file; its folder must exist
   * @param content writes the content
   * @throws IOException if the content cannot be written; then the target is as it was before
   */
  public static void write(Path target, Content content) throws IOException {
    boolean exists = Files.exists(target);
    Path place = exists ? target.toRealPath() : target.toAbsolutePath();
    Path folder = place.getParent();
    if (folder == null || Files.isDirectory(place)) {
      throw new IOException(target + ": is a folder; name a file to write");
    }
    if (exists && !Files.isRegularFile(place)) {
      throw new IOException(target + ": is a device or pipe; name a file to write");
    }
    if (!Files.isDirectory(folder)) {
      throw new NoSuchFileException(folder + ": no such folder to write " + target + " into");
    }
    Path temporary = folder.resolve(".inkling-" + UUID.randomUUID() + ".tmp");
    try {
      try (FileChannel channel =
          FileChannel.open(temporary, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
        if (exists) {
          copyPermissions(place, temporary);
        }
        write(content, channel);
      }
      move(temporary, place);
    } finally {
      Files.deleteIfExists(temporary);
    }
  }

  /** Writes to the disk itself, lest a crash after the move leave an empty file. */
  private static void write(Content content, FileChannel channel) throws IOException {
    OutputStream out =
        new BufferedOutputStream(Channels.newOutputStream(channel), BUFFER) {
          @Override
          public void close() throws IOException {
            flush();
          }
        };
    content.writeTo(out);
    out.flush();
    channel.force(true);
  }

  private static void move(Path temporary, Path place) throws IOException {
    try {
      Files.move(
          temporary, place, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(temporary, place, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  private static void copyPermissions(Path from, Path to) throws IOException {
    if (Files.getFileStore(from).supportsFileAttributeView("posix")) {
      Files.setPosixFilePermissions(to, Files.getPosixFilePermissions(from));
    }
  }
}
