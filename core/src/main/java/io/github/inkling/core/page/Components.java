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
  private static final int[][] SIDES = {{-1, 0}, {1, 0}, {0, -1}, {0, 1}};
  private static final int STATISTICS = 5;
  private static final int AREA = 4;

  private final int[] labels;
  private final int columns;
  private final int[] table;
  private final IntPredicate isThere;

  private Components(int[] labels, int columns, int[] table, IntPredicate isThere) {
    this.labels = labels;
    this.columns = columns;
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
      int[] table = new int[count * STATISTICS];
      stats.get(0, 0, table);
      return new Components(labels, binary.cols(), table, component -> component > 0);
    }
  }

  /** All numbers are below this one; 0 is what lies between the components. */
  int bound() {
    return table.length / STATISTICS;
  }

  /** The components' numbers. */
  IntStream numbers() {
    return IntStream.range(1, bound()).filter(isThere);
  }

  /** The same without the components that are not wanted. */
  Components where(IntPredicate wanted) {
    return new Components(labels, columns, table, isThere.and(wanted));
  }

  /** The component's number at each pixel, also of those left out: the array itself. */
  int[] labels() {
    return labels;
  }

  Box box(int component) {
    int at = component * STATISTICS;
    return new Box(table[at], table[at + 1], table[at + 2], table[at + 3]);
  }

  int area(int component) {
    return table[component * STATISTICS + AREA];
  }

  /**
   * How many of these components are at the sides of the pixels of another one: 0, 1, or 2 for two
   * and more.
   *
   * @param others components of a picture of the same size, without a pixel of these
   * @param joint the number of one of them
   */
  int neighbors(Components others, int joint) {
    Box box = others.box(joint);
    int neighbor = 0;
    for (int y = box.y(); y < box.y() + box.height(); y++) {
      for (int x = box.x(); x < box.x() + box.width(); x++) {
        if (others.labels[y * columns + x] == joint) {
          for (int[] side : SIDES) {
            int component = at(x + side[0], y + side[1]);
            if (component != 0 && neighbor != 0 && component != neighbor) {
              return 2;
            }
            neighbor = component != 0 ? component : neighbor;
          }
        }
      }
    }
    return neighbor == 0 ? 0 : 1;
  }

  /** The component at a pixel; 0 if there is none, it was left out, or the picture ends before. */
  private int at(int x, int y) {
    boolean isInside = x >= 0 && x < columns && y >= 0 && y < labels.length / columns;
    int component = isInside ? labels[y * columns + x] : 0;
    return component != 0 && isThere.test(component) ? component : 0;
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
