package io.github.inkling.core.page;

import io.github.inkling.core.opencv.NativeScope;
import java.util.function.IntPredicate;
import org.opencv.core.Mat;
import org.opencv.imgproc.Imgproc;

/** The connected components of a binary picture, each with its number, box and area. */
final class Components {
  private static final int CONNECTIVITY = 8;
  private static final int COLUMNS = 5;
  private static final int AREA = 4;

  private final int[] labels;
  private final int[] table;

  private Components(int[] labels, int[] table) {
    this.labels = labels;
    this.table = table;
  }

  /** Finds the components of what is not 0. */
  static Components of(Mat binary) {
    try (NativeScope scope = new NativeScope()) {
      Mat labelMat = scope.own(new Mat(), Mat::release);
      Mat stats = scope.own(new Mat(), Mat::release);
      Mat centers = scope.own(new Mat(), Mat::release);
      int count =
          Imgproc.connectedComponentsWithStats(binary, labelMat, stats, centers, CONNECTIVITY);
      int[] labels = new int[binary.rows() * binary.cols()];
      labelMat.get(0, 0, labels);
      int[] table = new int[count * COLUMNS];
      stats.get(0, 0, table);
      return new Components(labels, table);
    }
  }

  /** Components have the numbers below this one, but for 0, which is what lies between them. */
  int count() {
    return table.length / COLUMNS;
  }

  /** The component's number at each pixel: the array itself. */
  int[] labels() {
    return labels;
  }

  Box box(int component) {
    int at = component * COLUMNS;
    return new Box(table[at], table[at + 1], table[at + 2], table[at + 3]);
  }

  int area(int component) {
    return table[component * COLUMNS + AREA];
  }

  /** 255 at each pixel of those components that are wanted, else 0. */
  byte[] only(IntPredicate wanted) {
    byte[] value = new byte[count()];
    for (int component = 1; component < value.length; component++) {
      value[component] = (byte) (wanted.test(component) ? 255 : 0);
    }
    byte[] pixels = new byte[labels.length];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = value[labels[i]];
    }
    return pixels;
  }
}
