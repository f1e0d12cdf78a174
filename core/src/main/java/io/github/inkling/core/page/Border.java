package io.github.inkling.core.page;

import io.github.inkling.core.opencv.NativeScope;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Scalar;
import org.opencv.imgproc.Imgproc;

/**
 * Clears what runs along the border of a picture: the edge of the table, of the paper, or of a
 * scanner's lid.
 */
final class Border {
  /** It is so many times as long as it is wide, or covers this share of a side. */
  private static final double SLENDER = 2;

  private static final double LONG = 0.12;

  /** It reaches this share of the picture into it at most, or it might be the page itself. */
  private static final double DEEP = 0.12;

  private static final int SOFT_EDGE = 9;

  private Border() {}

  static InkMap clear(InkMap map) {
    try (NativeScope scope = new NativeScope()) {
      Components ink = Binarizer.components(map);
      Components strips = ink.where(component -> runsAlong(map, ink.box(component)));
      Mat mask = scope.own(new Mat(map.height(), map.width(), CvType.CV_8UC1), Mat::release);
      mask.put(0, 0, strips.pixels());
      Imgproc.dilate(mask, mask, StructuringElements.square(SOFT_EDGE, scope));
      Mat left = map.toMat(scope);
      // What it answers is a second header of the same pixels, which would keep them.
      scope.own(left.setTo(new Scalar(0), mask), Mat::release);
      return InkMap.of(left, map.noise());
    }
  }

  private static boolean runsAlong(InkMap map, Box box) {
    boolean atSide = box.x() <= 1 || box.x() + box.width() >= map.width() - 1;
    boolean atEnd = box.y() <= 1 || box.y() + box.height() >= map.height() - 1;
    return (atSide && isStrip(box.height(), box.width(), map.height(), map.width()))
        || (atEnd && isStrip(box.width(), box.height(), map.width(), map.height()));
  }

  private static boolean isStrip(int length, int depth, int side, int otherSide) {
    return depth <= DEEP * otherSide && (length >= SLENDER * depth || length >= LONG * side);
  }
}
