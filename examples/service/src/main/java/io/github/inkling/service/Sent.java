package io.github.inkling.service;

import io.github.inkling.core.vision.Strokes;

/** A digit or page that a client sent: strokes, or a picture as the bytes of its file. */
final class Sent {
  private final Strokes strokes;
  private final byte[] file;

  private Sent(Strokes strokes, byte[] file) {
    this.strokes = strokes;
    this.file = file;
  }

  static Sent drawn(Strokes strokes) {
    return new Sent(strokes, null);
  }

  static Sent picture(byte[] file) {
    return new Sent(null, file);
  }

  boolean isDrawn() {
    return strokes != null;
  }

  /** The strokes, if it was drawn. */
  Strokes strokes() {
    return strokes;
  }

  /** The bytes of the picture's file, if it was not. */
  byte[] file() {
    return file;
  }
}
