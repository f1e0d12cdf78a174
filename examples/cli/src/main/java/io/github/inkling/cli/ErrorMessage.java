package io.github.inkling.cli;

import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.util.Locale;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;

/** Says in words for people what went wrong, where, and how to mend it. */
final class ErrorMessage {
  private static final long MEGABYTE = 1 << 20;

  private ErrorMessage() {}

  static String of(Throwable error) {
    if (error instanceof OutOfMemoryError) {
      return "the memory of "
          + Runtime.getRuntime().maxMemory() / MEGABYTE
          + " MB is not enough; give more with INKLING_OPTS=-Xmx8g, or use less data";
    }
    if (error instanceof LinkageError) {
      return "a library does not load (%s); see what is missing with inkling doctor"
          .formatted(firstLine(error));
    }
    boolean wraps =
        error instanceof UncheckedIOException
            || error instanceof ExecutionException
            || error instanceof CompletionException;
    if (wraps && error.getCause() != null) {
      return of(error.getCause());
    }
    if (error instanceof FileSystemException problem) {
      return ofFileSystem(problem);
    }
    if (error instanceof EOFException) {
      return "a file ends too early (%s); copy it again".formatted(firstLine(error));
    }
    boolean meantForPeople =
        error instanceof IOException
            || error instanceof IllegalArgumentException
            || error instanceof IllegalStateException;
    return meantForPeople && error.getMessage() != null
        ? error.getMessage()
        : "unexpected %s; run the command again with --verbose and report what it says"
            .formatted(firstLine(error));
  }

  private static String ofFileSystem(FileSystemException problem) {
    String file = problem.getFile();
    if (problem instanceof NoSuchFileException) {
      return file + ": no such file or folder; check the path";
    }
    if (problem instanceof AccessDeniedException) {
      return file + ": permission denied; check who may read or write it";
    }
    if (problem instanceof NotDirectoryException) {
      return file + ": not a folder; name a folder";
    }
    if (problem instanceof FileAlreadyExistsException) {
      return file + ": is there already; name another place, or remove it";
    }
    if (problem instanceof DirectoryNotEmptyException) {
      return file + ": is a folder that is not empty; name another place, or empty it";
    }
    if (problem instanceof FileSystemLoopException) {
      return file + ": is a symbolic link that leads back to itself; remove the link";
    }
    String reason = problem.getReason();
    boolean unexplained = reason == null || reason.isBlank();
    return file + ": " + (unexplained ? "cannot be used (%s)".formatted(inWords(problem)) : reason);
  }

  /** An exception's name as words: {@code NotLinkException} is "not link". */
  private static String inWords(FileSystemException problem) {
    return problem
        .getClass()
        .getSimpleName()
        .replaceFirst("Exception$", "")
        .replaceAll("(?<=\\p{Lower})(?=\\p{Upper})", " ")
        .toLowerCase(Locale.ROOT);
  }

  private static String firstLine(Throwable error) {
    String text = error.toString();
    return text.lines().findFirst().orElse(text);
  }
}
