package io.github.inkling.core.page;

import io.github.inkling.core.opencv.NativeScope;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import org.opencv.core.Core;
import org.opencv.core.Mat;

/** Keeps what a page looks like on the way, if somebody wants to see it. */
final class Stages {
  private final List<PageTrace.Stage> seen;

  private Stages(List<PageTrace.Stage> seen) {
    this.seen = seen;
  }

  /** Keeps nothing. */
  static Stages none() {
    return new Stages(null);
  }

  static Stages kept() {
    return new Stages(new ArrayList<>());
  }

  /** Keeps nothing yet, and later what this would keep. */
  Stages likeThis() {
    return isKept() ? kept() : none();
  }

  void addAll(Stages others) {
    if (isKept()) {
      seen.addAll(others.seen);
    }
  }

  boolean isKept() {
    return seen != null;
  }

  List<PageTrace.Stage> all() {
    return seen;
  }

  /** Keeps how ink is taken apart if this keeps stages. */
  Dissection dissection() {
    return isKept() ? Dissection.kept() : Dissection.none();
  }

  /** Sees an 8-bit picture of one channel, or of red, green and blue. */
  void see(String name, Mat mat) {
    if (isKept()) {
      seen.add(new PageTrace.Stage(name, picture(mat)));
    }
  }

  /** Sees ink, dark on white. */
  void see(String name, InkMap ink) {
    if (isKept()) {
      try (NativeScope scope = new NativeScope()) {
        Mat mat = ink.toMat(scope);
        Core.bitwise_not(mat, mat);
        see(name, mat);
      }
    }
  }

  void see(String name, BufferedImage image) {
    if (isKept()) {
      seen.add(new PageTrace.Stage(name, image));
    }
  }

  private static BufferedImage picture(Mat mat) {
    int channels = mat.channels();
    byte[] levels = new byte[mat.rows() * mat.cols() * channels];
    mat.get(0, 0, levels);
    int[] rgb = new int[mat.rows() * mat.cols()];
    for (int i = 0; i < rgb.length; i++) {
      int red = levels[channels * i] & 0xff;
      int green = channels == 1 ? red : levels[3 * i + 1] & 0xff;
      int blue = channels == 1 ? red : levels[3 * i + 2] & 0xff;
      rgb[i] = red << 16 | green << 8 | blue;
    }
    BufferedImage image = new BufferedImage(mat.cols(), mat.rows(), BufferedImage.TYPE_INT_RGB);
    image.setRGB(0, 0, mat.cols(), mat.rows(), rgb, 0, mat.cols());
    return image;
  }
}
