package io.github.inkling.core;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.ClosedChannelException;
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
 * takes the target's place when it is complete. It does not outlive a failure, nor Java's end, as
 * long as the system lets Java end in order.
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
    TemporaryFiles.add(temporary);
    try {
      try (FileChannel channel =
          FileChannel.open(temporary, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
        if (exists) {
          copyPermissions(place, temporary);
        }
        write(content, new Disk(target, channel));
      }
      move(temporary, place);
    } finally {
      TemporaryFiles.delete(temporary);
    }
  }

  private static void write(Content content, Disk disk) throws IOException {
    OutputStream out =
        new BufferedOutputStream(disk, BUFFER) {
          @Override
          public void close() throws IOException {
            flush();
          }
        };
    content.writeTo(out);
    out.flush();
    disk.force();
  }

  /** Names the file where the system says only that there is no space left. */
  private static final class Disk extends OutputStream {
    private final Path target;
    private final FileChannel channel;
    private final OutputStream out;

    Disk(Path target, FileChannel channel) {
      this.target = target;
      this.channel = channel;
      this.out = Channels.newOutputStream(channel);
    }

    @Override
    public void write(int value) throws IOException {
      write(new byte[] {(byte) value}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
      try {
        out.write(bytes, from, length);
      } catch (IOException e) {
        throw unwritable(e);
      }
    }

    /** Writes to the disk itself, lest a crash after the move leave an empty file. */
    void force() throws IOException {
      try {
        channel.force(true);
      } catch (IOException e) {
        throw unwritable(e);
      }
    }

    private IOException unwritable(IOException e) {
      if (e instanceof ClosedChannelException) {
        return e;
      }
      return new IOException(
          "%s: cannot be written (%s); free some space, or name another place"
              .formatted(target, e.getMessage()),
          e);
    }
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
