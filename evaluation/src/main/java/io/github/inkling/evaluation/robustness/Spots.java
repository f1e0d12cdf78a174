package io.github.inkling.evaluation.robustness;

import java.util.SplittableRandom;

/** What comes to lie on a digit: a patch, or drops of ink. */
final class Spots {
  private static final float OTHER_LEVEL = 0.5f;
  private static final double LEAST_RADIUS = 0.4;
  private static final double MOST_RADIUS = 1.6;

  private Spots() {}

  /** Lays a square patch of a side in pixels on the ink; if there is none, there is no patch. */
  static InkPicture occlude(InkPicture picture, double side, SplittableRandom random) {
    double where = random.nextDouble();
    float level = random.nextBoolean() ? 0 : OTHER_LEVEL;
    int middle = visiblePlace(picture, where);
    if (middle < 0) {
      return picture;
    }
    int width = picture.width();
    int row = middle / width;
    double left = middle % width + 0.5 - side / 2;
    double top = row + 0.5 - side / 2;
    float[] occluded = picture.ink().clone();
    for (int i = 0; i < occluded.length; i++) {
      double covered = overlap(i % width, left, left + side) * overlap(i / width, top, top + side);
      occluded[i] += (float) (covered * (level - occluded[i]));
    }
    return picture.with(occluded);
  }

  /** Lets drops of ink fall; more drops are the same ones and more. */
  static InkPicture spatter(InkPicture picture, int drops, SplittableRandom random) {
    float[] spattered = picture.ink().clone();
    for (int i = 0; i < drops; i++) {
      double x = random.nextDouble() * picture.width();
      double y = random.nextDouble() * picture.height();
      double size = random.nextDouble();
      double radius = LEAST_RADIUS + (MOST_RADIUS - LEAST_RADIUS) * size * size;
      drop(spattered, picture.width(), x, y, radius * picture.unit());
    }
    return picture.with(spattered);
  }

  private static void drop(float[] ink, int width, double x, double y, double radius) {
    int height = ink.length / width;
    int left = Math.max(0, (int) Math.floor(x - radius - 1));
    int right = Math.min(width - 1, (int) Math.ceil(x + radius + 1));
    int top = Math.max(0, (int) Math.floor(y - radius - 1));
    int bottom = Math.min(height - 1, (int) Math.ceil(y + radius + 1));
    for (int v = top; v <= bottom; v++) {
      for (int u = left; u <= right; u++) {
        double distance = Math.hypot(u + 0.5 - x, v + 0.5 - y);
        float covered = (float) Math.max(0, Math.min(1, radius + 0.5 - distance));
        ink[v * width + u] += covered * (1 - ink[v * width + u]);
      }
    }
  }

  /** The place that is so far, 0 to 1, among all places with visible ink, or -1. */
  private static int visiblePlace(InkPicture picture, double where) {
    int count = 0;
    for (int i = 0; i < picture.ink().length; i++) {
      count += picture.isVisible(i) ? 1 : 0;
    }
    int wanted = (int) (where * count);
    for (int i = 0; i < picture.ink().length; i++) {
      if (picture.isVisible(i) && wanted-- == 0) {
        return i;
      }
    }
    return -1;
  }

  /** How much of a pixel lies in an interval. */
  private static double overlap(int pixel, double from, double to) {
    return Math.max(0, Math.min(pixel + 1, to) - Math.max(pixel, from));
  }
}
