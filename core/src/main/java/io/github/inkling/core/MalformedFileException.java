package io.github.inkling.core;

import java.io.IOException;

/**
 * Content that cannot be what it claims to be: a truncated data set, a picture that does not
 * decode, a model file that was edited.
 *
 * <p>The message is one line for people: the source, the place in it, what is wrong and, where
 * there is a way, how to mend it.
 */
public final class MalformedFileException extends IOException {
  private static final long serialVersionUID = 1L;

  /**
   * Names the source and the problem.
   *
   * @param source the file, or what stands for it, such as {@code "picture in memory"}
   * @param problem the place and what is wrong there, with the offending value
   */
  public MalformedFileException(Object source, String problem) {
    super(source + ": " + problem);
  }

  /**
   * Names the source and the problem, and keeps the cause.
   *
   * @param source the file, or what stands for it
   * @param problem the place and what is wrong there, with the offending value
   * @param cause what a library said of it
   */
  public MalformedFileException(Object source, String problem, Throwable cause) {
    super(source + ": " + problem, cause);
  }
}
