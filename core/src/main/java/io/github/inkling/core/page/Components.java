package io.github.inkling.core.page;

import io.github.inkling.core.opencv.NativeScope;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.opencv.core.Mat;
import org.opencv.imgproc.Imgproc;

/**
 * The connected components of a binary picture, each with its number, box and area. Some may be
 * left out, which leaves the others their numbers.
 */
final class Components {
  private static final int CONNECTIVITY = 8;
  private static final int COLUMNS = 5;
  private static final int AREA = 4;

  private final int[] labels;
  private final int[] table;
  private final IntPredicate isThere;

  private Components(int[] labels, int[] table, IntPredicate isThere) {
    this.labels = labels;
    this.table = table;
    this.isThere = isThere;
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
      return new Components(labels, table, component -> component > 0);
    }
  }

  /** All numbers are below this one; 0 is what lies between the components. */
  int bound() {
    return table.length / COLUMNS;
  }

  /** The components' numbers. */
  IntStream numbers() {
    return IntStream.range(1, bound()).filter(isThere);
  }

  /** The same without the components that are not wanted. */
  Components where(IntPredicate wanted) {
    return new Components(labels, table, isThere.and(wanted));
  }

  /** The component's number at each pixel, also of those left out: the array itself. */
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

  /** 255 at each pixel of a component, else 0. */
  byte[] pixels() {
    byte[] value = new byte[bound()];
    numbers().forEach(component -> value[component] = (byte) 255);
    byte[] pixels = new byte[labels.length];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = value[labels[i]];
    }
    return pixels;
  }
}
