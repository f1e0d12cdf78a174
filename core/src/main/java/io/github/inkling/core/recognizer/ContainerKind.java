package io.github.inkling.core.recognizer;

import io.github.inkling.core.MalformedFileException;
import java.nio.ByteBuffer;

/** What a file of Inkling's holds. Files of each kind begin with other bytes, and say so. */
enum ContainerKind {
  /** A recognizer. */
  MODEL(
      'K',
      "model",
      "not an Inkling model; make one with: inkling train --out FILE",
      "a model, not the checkpoint of an interrupted training; move it elsewhere",
      "copy or train it again"),
  /** How far a training had come. */
  CHECKPOINT(
      'C',
      "checkpoint",
      "not the checkpoint of an interrupted training; move it elsewhere",
      "the checkpoint of an interrupted training, not a model; finish the training with the"
          + " command that began it and --resume",
      "delete it and train again");

  /** Bytes by which a file's kind is told. */
  static final int MAGIC_BYTES = 8;

  private final char letter;
  private final String noun;
  private final String missed;
  private final String mistaken;
  private final String remedy;

  /**
   * A kind.
   *
   * @param letter tells its magic from those of the others
   * @param noun what a file is called in messages
   * @param missed what is said of a file of no kind where this one is expected
   * @param mistaken what is said of a file of this kind where another is expected
   * @param remedy what mends a damaged file
   */
  ContainerKind(char letter, String noun, String missed, String mistaken, String remedy) {
    this.letter = letter;
    this.noun = noun;
    this.missed = missed;
    this.mistaken = mistaken;
    this.remedy = remedy;
  }

  /** Starts with a byte above 127 and holds a line end of each kind, so that text mode shows. */
  byte[] magic() {
    return new byte[] {(byte) 0x89, 'I', 'N', (byte) letter, '\r', '\n', 0x1a, '\n'};
  }

  String noun() {
    return noun;
  }

  String remedy() {
    return remedy;
  }

  /** Refuses a file that begins otherwise; one that is cut off within its magic passes. */
  void require(byte[] start, Object source) throws MalformedFileException {
    if (begins(start)) {
      return;
    }
    for (ContainerKind other : values()) {
      if (start.length >= MAGIC_BYTES && other.begins(start)) {
        throw new MalformedFileException(source, other.mistaken);
      }
    }
    throw new MalformedFileException(source, missed);
  }

  private boolean begins(byte[] start) {
    int length = Math.min(start.length, MAGIC_BYTES);
    return length > 0
        && ByteBuffer.wrap(start, 0, length).equals(ByteBuffer.wrap(magic(), 0, length));
  }
}
