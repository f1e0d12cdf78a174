package io.github.inkling.benchmark.nondigit;

import io.github.inkling.core.image.GrayImage;
import java.util.Random;

/** Textures, and paper that is empty. */
final class Surfaces {
  private static final int LATTICE = 64;

  private Surfaces() {}

  /** A picture's light at a place. */
  @FunctionalInterface
  private interface Light {
    double at(int x, int y);
  }

  static GrayImage texture(Random random) {
    double[] lattice = random.doubles((long) LATTICE * LATTICE).toArray();
    double size = 2 + 8 * random.nextDouble();
    double grain = 15 * random.nextDouble();
    int brick = 6 + random.nextInt(10);
    Light light =
        switch (random.nextInt(4)) {
          case 0 -> (x, y) -> 60 + 130 * clouds(lattice, x / size, y / size);
          case 1 ->
              (x, y) -> 128 + 90 * Math.sin(x / size + 9 * clouds(lattice, x / size, y / size));
          case 2 ->
              (x, y) -> y % brick == 0 || (x + y / brick % 2 * brick) % (2 * brick) == 0 ? 70 : 190;
          default -> (x, y) -> (x / brick + y / brick) % 2 == 0 ? 80 : 200;
        };
    return picture(random, (x, y) -> light.at(x, y) + grain * random.nextGaussian());
  }

  static GrayImage empty(Random random) {
    double noise = 1 + 9 * random.nextDouble();
    double slope = 0.8 * (random.nextDouble() - 0.5);
    double fold = random.nextInt(3) == 0 ? 12 * random.nextDouble() : 0;
    double foldAt = 10 + 30 * random.nextDouble();
    double lean = random.nextDouble() - 0.5;
    double paper = 140 + 90 * random.nextDouble();
    return picture(
        random,
        (x, y) ->
            paper
                + slope * (x - y)
                - fold * Math.exp(-Math.pow((x + lean * y - foldAt) / 3, 2))
                + noise * random.nextGaussian());
  }

  /** Values on a lattice, smoothly joined, at four sizes at once (Perlin's turbulence). */
  private static double clouds(double[] lattice, double x, double y) {
    double sum = 0;
    double weight = 0.5;
    for (int octave = 0; octave < 4; octave++) {
      sum += weight * smooth(lattice, x, y);
      weight /= 2;
      x *= 2;
      y *= 2;
    }
    return sum;
  }

  private static double smooth(double[] lattice, double x, double y) {
    int column = (int) Math.floor(x);
    int row = (int) Math.floor(y);
    double right = ease(x - column);
    double down = ease(y - row);
    double above = at(lattice, column, row) * (1 - right) + at(lattice, column + 1, row) * right;
    double below =
        at(lattice, column, row + 1) * (1 - right) + at(lattice, column + 1, row + 1) * right;
    return above * (1 - down) + below * down;
  }

  private static double ease(double t) {
    return t * t * (3 - 2 * t);
  }

  private static double at(double[] lattice, int column, int row) {
    return lattice[Math.floorMod(row, LATTICE) * LATTICE + Math.floorMod(column, LATTICE)];
  }

  private static GrayImage picture(Random random, Light light) {
    int width = 24 + random.nextInt(77);
    int height = 24 + random.nextInt(77);
    byte[] pixels = new byte[width * height];
    for (int i = 0; i < pixels.length; i++) {
      double level = light.at(i % width, i / width);
      pixels[i] = (byte) (int) Math.max(0, Math.min(255, Math.round(level)));
    }
    return GrayImage.of(width, height, pixels);
  }
}
