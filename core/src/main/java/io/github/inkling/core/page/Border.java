package io.github.inkling.core.page;

import io.github.inkling.core.opencv.NativeScope;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Scalar;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;

/**
 * Clears what runs along the border of a picture: the edge of the table, of the paper, or of a
 * scanner's lid.
 */
final class Border {
  private static final double ALONG = 2;
  private static final double LONG = 0.12;
  private static final double DEEP = 0.12;

  private Border() {}

  static InkMap clear(InkMap map) {
    try (NativeScope scope = new NativeScope()) {
      byte[] binary = Pieces.binarize(map);
      Mat mask = scope.own(new Mat(map.height(), map.width(), CvType.CV_8UC1), Mat::release);
      mask.put(0, 0, binary);
      Mat labelMat = scope.own(new Mat(), Mat::release);
      Mat stats = scope.own(new Mat(), Mat::release);
      Mat centers = scope.own(new Mat(), Mat::release);
      int count = Imgproc.connectedComponentsWithStats(mask, labelMat, stats, centers, 8);
      int[] table = new int[5 * count];
      stats.get(0, 0, table);
      boolean[] clears = new boolean[count];
      boolean any = false;
      for (int label = 1; label < count; label++) {
        clears[label] = runsAlong(map, table, 5 * label);
        any |= clears[label];
      }
      if (!any) {
        return map;
      }
      int[] labels = new int[map.width() * map.height()];
      labelMat.get(0, 0, labels);
      for (int i = 0; i < binary.length; i++) {
        binary[i] = (byte) (clears[labels[i]] ? 255 : 0);
      }
      mask.put(0, 0, binary);
      // Its soft edges go with it.
      Mat kernel = scope.own(Mat.ones(new Size(9, 9), CvType.CV_8UC1), Mat::release);
      Imgproc.dilate(mask, mask, kernel);
      Mat ink = map.toMat(scope);
      ink.setTo(new Scalar(0), mask);
      return InkMap.of(ink, map.noise());
    }
  }

  private static boolean runsAlong(InkMap map, int[] table, int at) {
    int x = table[at];
    int y = table[at + 1];
    int width = table[at + 2];
    int height = table[at + 3];
    boolean atSide = x <= 1 || x + width >= map.width() - 1;
    boolean atEnd = y <= 1 || y + height >= map.height() - 1;
    boolean thin = atSide && width <= DEEP * map.width();
    boolean flat = atEnd && height <= DEEP * map.height();
    return (thin && (height >= ALONG * width || height >= LONG * map.height()))
        || (flat && (width >= ALONG * height || width >= LONG * map.width()));
  }
}
