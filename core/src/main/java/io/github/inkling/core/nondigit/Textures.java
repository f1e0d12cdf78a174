package io.github.inkling.core.nondigit;

import io.github.inkling.core.image.GrayImage;
import java.util.SplittableRandom;

/** Paper, cloth and dirt without writing. Plain Java: sums and products of numbers. */
final class Textures {
  private static final int LEAST_SIDE = 24;
  private static final int MOST_SIDE = 64;

  private Textures() {}

  /** A picture's light at a place. */
  @FunctionalInterface
  private interface Light {
    double at(int x, int y);
  }

  static GrayImage texture(SplittableRandom random) {
    int width = LEAST_SIDE + random.nextInt(MOST_SIDE - LEAST_SIDE);
    int height = LEAST_SIDE + random.nextInt(MOST_SIDE - LEAST_SIDE);
    return switch (random.nextInt(6)) {
      case 0 -> grain(width, height, random, 0);
      case 1, 2 -> grain(width, height, random, 1 + random.nextInt(4));
      case 3 -> stripes(width, height, random);
      case 4 -> ruled(width, height, random);
      default -> pepper(width, height, random);
    };
  }

  /** Soft spots of random size and strength, which have no edge. */
  static GrayImage smudge(SplittableRandom random) {
    int side = LEAST_SIDE + random.nextInt(MOST_SIDE - LEAST_SIDE);
    int spots = 1 + random.nextInt(4);
    double[][] spot = new double[spots][];
    for (int i = 0; i < spots; i++) {
      spot[i] =
          new double[] {
            side * Draw.between(random, 0.25, 0.75),
            side * Draw.between(random, 0.25, 0.75),
            side * Draw.between(random, 0.06, 0.25),
            side * Draw.between(random, 0.06, 0.25),
            Draw.between(random, 60, 200)
          };
    }
    double noise = 8 * random.nextDouble();
    return picture(
        side,
        side,
        (x, y) -> {
          double light = noise * Draw.normal(random);
          for (double[] one : spot) {
            double right = (x - one[0]) / one[2];
            double down = (y - one[1]) / one[3];
            light += one[4] * Math.exp(-0.5 * (right * right + down * down));
          }
          return light;
        });
  }

  /** Noise, smoothed by so many boxes of three pixels each way. */
  private static GrayImage grain(int width, int height, SplittableRandom random, int smoothings) {
    double[] noise = new double[width * height];
    for (int i = 0; i < noise.length; i++) {
      noise[i] = Draw.normal(random);
    }
    for (int i = 0; i < smoothings; i++) {
      noise = smoothed(noise, width, height);
    }
    double[] grain = noise;
    double contrast = Draw.between(random, 20, 90) * Math.pow(2, smoothings);
    double slopeX = Draw.around(random);
    double slopeY = Draw.around(random);
    return picture(
        width, height, (x, y) -> 128 + contrast * grain[y * width + x] + slopeX * x + slopeY * y);
  }

  private static double[] smoothed(double[] values, int width, int height) {
    double[] smooth = new double[values.length];
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        double sum = 0;
        for (int dy = -1; dy <= 1; dy++) {
          int row = (y + dy + height) % height * width;
          for (int dx = -1; dx <= 1; dx++) {
            sum += values[row + (x + dx + width) % width];
          }
        }
        smooth[y * width + x] = sum / 9;
      }
    }
    return smooth;
  }

  /** Waves in one direction, or in two. */
  private static GrayImage stripes(int width, int height, SplittableRandom random) {
    double angle = Math.PI * random.nextDouble();
    double wave = 2 * Math.PI / Draw.between(random, 4, 14);
    double stepX = wave * Math.cos(angle);
    double stepY = wave * Math.sin(angle);
    double crossed = random.nextBoolean() ? 1 : 0;
    double noise = 25 * random.nextDouble();
    return picture(
        width,
        height,
        (x, y) ->
            128
                + 60 * Math.sin(stepX * x + stepY * y)
                + 60 * crossed * Math.sin(stepY * x - stepX * y)
                + noise * Draw.normal(random));
  }

  /** Ruled paper: lines across, or squares; never a single upright line, which would be a 1. */
  private static GrayImage ruled(int width, int height, SplittableRandom random) {
    double gap = Draw.between(random, 7, 22);
    double thick = Draw.between(random, 1, 3.5);
    double startX = gap * random.nextDouble();
    double startY = gap * random.nextDouble();
    boolean squares = random.nextBoolean() && width > 2 * gap;
    double slope = 0.08 * Draw.around(random);
    double noise = 10 * random.nextDouble();
    return picture(
        width,
        height,
        (x, y) -> {
          double down = (y + slope * x + startY) % gap;
          double right = (x - slope * y + startX + gap) % gap;
          boolean ink = Math.abs(down) < thick || (squares && Math.abs(right) < thick);
          return (ink ? 60 : 210) + noise * Draw.normal(random);
        });
  }

  /** Specks. */
  private static GrayImage pepper(int width, int height, SplittableRandom random) {
    double share = Draw.between(random, 0.002, 0.15);
    double noise = 12 * random.nextDouble();
    return picture(
        width,
        height,
        (x, y) -> (random.nextDouble() < share ? 40 : 220) + noise * Draw.normal(random));
  }

  private static GrayImage picture(int width, int height, Light light) {
    byte[] pixels = new byte[width * height];
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        pixels[y * width + x] = (byte) (int) Math.max(0, Math.min(255, Math.round(light.at(x, y))));
      }
    }
    return GrayImage.of(width, height, pixels);
  }
}
