package io.github.inkling.core.page;

import io.github.inkling.core.image.GrayImage;
import io.github.inkling.core.opencv.NativeScope;
import java.util.Arrays;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;

/**
 * A connected piece of ink, or several of them together: its box, and in it the ink's levels, 0
 * where there is none of this piece. Immutable.
 */
final class Piece {
  private final Box box;
  private final byte[] levels;
  private final int area;

  Piece(Box box, byte[] levels) {
    this.box = box;
    this.levels = levels;
    int pixels = 0;
    for (byte level : levels) {
      if (level != 0) {
        pixels++;
      }
    }
    area = pixels;
  }

  Box box() {
    return box;
  }

  int x() {
    return box.x();
  }

  int y() {
    return box.y();
  }

  int width() {
    return box.width();
  }

  int height() {
    return box.height();
  }

  int right() {
    return box.x() + box.width();
  }

  int bottom() {
    return box.y() + box.height();
  }

  /** The longer side of its box. */
  int size() {
    return box.longerSide();
  }

  double centerX() {
    return box.x() + (box.width() - 1) / 2.0;
  }

  double centerY() {
    return box.y() + (box.height() - 1) / 2.0;
  }

  /** Number of pixels with ink. */
  int area() {
    return area;
  }

  /** How far its box is from another one's, in pixels; 0 if they meet. */
  double gapTo(Piece other) {
    double across = Math.max(0, Math.max(x() - other.right(), other.x() - right()));
    double down = Math.max(0, Math.max(y() - other.bottom(), other.y() - bottom()));
    return Math.hypot(across, down);
  }

  /** How strong the ink is: the mean of its levels, 1 to 255. */
  double strength() {
    long sum = 0;
    for (byte level : levels) {
      sum += level & 0xff;
    }
    return (double) sum / Math.max(1, area);
  }

  /** The ink at a place of the box, 0 to 255. */
  int at(int x, int y) {
    return levels[y * box.width() + x] & 0xff;
  }

  /** Goes to every place of the sheet where there is ink of this piece. */
  void forEachPixel(PixelVisitor visitor) {
    for (int row = 0; row < box.height(); row++) {
      for (int column = 0; column < box.width(); column++) {
        if (levels[row * box.width() + column] != 0) {
          visitor.visit(box.x() + column, box.y() + row);
        }
      }
    }
  }

  /** Is told of places. */
  @FunctionalInterface
  interface PixelVisitor {
    void visit(int x, int y);
  }

  /** The ink of both. */
  Piece union(Piece other) {
    Box both = box.union(other.box);
    byte[] together = new byte[both.width() * both.height()];
    copyInto(together, both);
    other.copyInto(together, both);
    return new Piece(both, together);
  }

  /** The same ink in the smallest box around it. */
  Piece trimmed() {
    int left = box.width();
    int right = -1;
    int top = box.height();
    int bottom = -1;
    for (int row = 0; row < box.height(); row++) {
      for (int column = 0; column < box.width(); column++) {
        if (levels[row * box.width() + column] != 0) {
          left = Math.min(left, column);
          right = Math.max(right, column);
          top = Math.min(top, row);
          bottom = row;
        }
      }
    }
    if (right < 0 || (right - left + 1 == box.width() && bottom - top + 1 == box.height())) {
      return this;
    }
    int width = right - left + 1;
    byte[] cropped = new byte[width * (bottom - top + 1)];
    for (int row = top; row <= bottom; row++) {
      System.arraycopy(levels, row * box.width() + left, cropped, (row - top) * width, width);
    }
    return new Piece(new Box(box.x() + left, box.y() + top, width, bottom - top + 1), cropped);
  }

  /** The piece made so much smaller that its longer side has at most so many pixels. */
  Piece reduced(int most) {
    if (size() <= most) {
      return this;
    }
    try (NativeScope scope = new NativeScope()) {
      double scale = (double) most / size();
      int width = (int) Math.max(1, Math.round(scale * width()));
      int height = (int) Math.max(1, Math.round(scale * height()));
      Mat ink = scope.own(new Mat(height(), width(), CvType.CV_8UC1), Mat::release);
      ink.put(0, 0, levels);
      Imgproc.resize(ink, ink, new Size(width, height), 0, 0, Imgproc.INTER_AREA);
      byte[] reduced = new byte[width * height];
      ink.get(0, 0, reduced);
      return new Piece(new Box(box.x(), box.y(), width, height), reduced);
    }
  }

  /** The same ink with gaps of fewer than so many pixels closed. */
  Piece closed(int gap) {
    try (NativeScope scope = new NativeScope()) {
      Mat ink = scope.own(new Mat(height(), width(), CvType.CV_8UC1), Mat::release);
      ink.put(0, 0, levels);
      Mat disc = StructuringElements.disc(gap, scope);
      Imgproc.morphologyEx(ink, ink, Imgproc.MORPH_CLOSE, disc);
      byte[] closed = new byte[levels.length];
      ink.get(0, 0, closed);
      return new Piece(box, closed);
    }
  }

  private void copyInto(byte[] target, Box frame) {
    for (int row = 0; row < box.height(); row++) {
      int to = (box.y() + row - frame.y()) * frame.width() + box.x() - frame.x();
      int from = row * box.width();
      for (int column = 0; column < box.width(); column++) {
        if (levels[from + column] != 0) {
          target[to + column] = levels[from + column];
        }
      }
    }
  }

  /** The piece turned clockwise by right angles, 0 to 3, at whatever place. */
  Piece turned(int quarters) {
    Piece turned = this;
    for (int i = 0; i < quarters; i++) {
      turned = turned.turnedOnce();
    }
    return turned;
  }

  private Piece turnedOnce() {
    byte[] target = new byte[levels.length];
    for (int row = 0; row < box.height(); row++) {
      for (int column = 0; column < box.width(); column++) {
        target[column * box.height() + box.height() - 1 - row] = levels[row * box.width() + column];
      }
    }
    return new Piece(
        new Box(box.x(), box.y(), /* width= */ box.height(), /* height= */ box.width()), target);
  }

  /**
   * The piece as dark ink on white paper, with paper around it. Ink of the mean strength and above
   * is black: the grain of a pencil is no part of a digit.
   */
  GrayImage toImage() {
    int margin = 2 + box.longerSide() / 8;
    int width = box.width() + 2 * margin;
    int height = box.height() + 2 * margin;
    double full = strength();
    byte[] pixels = new byte[width * height];
    Arrays.fill(pixels, (byte) 255);
    for (int row = 0; row < box.height(); row++) {
      for (int column = 0; column < box.width(); column++) {
        int level = at(column, row);
        pixels[(row + margin) * width + column + margin] =
            (byte) (255 - 255 * Math.min(1, level / full));
      }
    }
    return GrayImage.of(width, height, pixels);
  }
}
