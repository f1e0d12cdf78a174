package io.github.inkling.core;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Opens files, and says in a line for people why one cannot be opened. */
public final class InputFile {
  private InputFile() {}

  /**
   * Opens a file.
   *
   * @param file what to open; need not be an ordinary file, a pipe will do
   * @param expected what should be there, for the message: {@code "a picture"}
   * @return its content, to be closed by the caller
   * @throws NoSuchFileException if there is no such file, saying so
   * @throws MalformedFileException if it is a folder
   * @throws IOException if it cannot be opened for another reason, naming it
   */
  public static InputStream open(Path file, String expected) throws IOException {
    if (Files.isDirectory(file)) {
      throw new MalformedFileException(file, "a folder, but " + expected + " was expected");
    }
    try {
      return Files.newInputStream(file);
    } catch (NoSuchFileException e) {
      throw (IOException)
          new NoSuchFileException(file.toString(), null, "there is no such file").initCause(e);
    } catch (AccessDeniedException e) {
      throw (IOException)
          new AccessDeniedException(file.toString(), null, "you may not read this file")
              .initCause(e);
    }
  }

  /**
   * Opens a file whose size is known before it is read, which a pipe's or a device's is not.
   *
   * @param file what to open
   * @param expected what should be there, for the message: {@code "a model file"}
   * @return its content, to be closed by the caller
   * @throws NoSuchFileException if there is no such file, saying so
   * @throws MalformedFileException if it is a folder, a pipe or a device
   * @throws IOException if it cannot be opened for another reason, naming it
   */
  public static InputStream openRegular(Path file, String expected) throws IOException {
    if (Files.exists(file) && !Files.isRegularFile(file) && !Files.isDirectory(file)) {
      throw new MalformedFileException(file, "a pipe or device, but " + expected + " was expected");
    }
    return open(file, expected);
  }
}
