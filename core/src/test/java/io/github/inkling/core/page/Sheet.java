package io.github.inkling.core.page;

import java.util.SplittableRandom;

/** Makes paper, tables, and paper with ink: three floats per pixel, 0 black to 1 white. */
final class Sheet {
  private static final int CHANNELS = 3;

  private Sheet() {}

  /** Ink on paper. Ink takes away a share of the light that the paper would give back, or all. */
  static float[] draw(PageStyle style, InkLayer ink, SplittableRandom random) {
    int width = ink.width;
    int height = ink.height;
    float[] rgb = new float[CHANNELS * width * height];
    float[] fine = Noise.smooth(width, height, 1.6 * style.scale, 1.6 * style.scale, random);
    float[] coarse = Noise.smooth(width, height, 14 * style.scale, 14 * style.scale, random);
    float[] density = Noise.smooth(width, height, 9 * style.scale, 9 * style.scale, random);
    float[] rough = Noise.smooth(width, height, 2.2 * style.scale, 2.2 * style.scale, random);
    Ruling ruling = new Ruling(style, width, height, random);
    for (int y = 0, at = 0; y < height; y++) {
      for (int x = 0; x < width; x++, at++) {
        double texture = 1 + style.grain * (fine[at] + 0.5 * coarse[at]);
        double uneven = style.roughness * (0.6 * density[at] + 0.8 * rough[at] - 0.3);
        double covered = ink.coverage[at] * Math.max(0.1, Math.min(1, 1 + uneven));
        for (int channel = 0; channel < CHANNELS; channel++) {
          double light = style.paper[channel] * texture * ruling.light(x, y, channel);
          double inked = style.opaque ? style.ink[channel] : light * style.ink[channel];
          light += covered * (inked - light);
          rgb[CHANNELS * at + channel] = (float) light;
        }
      }
    }
    smudge(style, rgb, width, height, random);
    return rgb;
  }

  /** Boards of wood, with their grain from left to right. */
  static float[] table(PageStyle style, int width, int height, SplittableRandom random) {
    float[] rgb = new float[CHANNELS * width * height];
    float[] veins = Noise.smooth(width, height, 260 * style.scale, 5 * style.scale, random);
    float[] fibres = Noise.smooth(width, height, 40 * style.scale, 1.5 * style.scale, random);
    double board = 420 * style.scale;
    double bright = style.tableBrightness;
    double[] tint = {1.12, 1, 0.84};
    for (int y = 0, at = 0; y < height; y++) {
      boolean joint = y % board < 3 * style.scale;
      for (int x = 0; x < width; x++, at++) {
        double light = bright * (1 + 0.12 * veins[at] + 0.06 * fibres[at]) * (joint ? 0.5 : 1);
        for (int channel = 0; channel < CHANNELS; channel++) {
          rgb[CHANNELS * at + channel] = (float) Math.max(0, Math.min(1, light * tint[channel]));
        }
      }
    }
    return rgb;
  }

  private static void smudge(
      PageStyle style, float[] rgb, int width, int height, SplittableRandom random) {
    for (int i = 0; i < style.smudges; i++) {
      double radius = style.scale * (25 + 60 * random.nextDouble());
      double centerX = width * random.nextDouble();
      double centerY = height * random.nextDouble();
      double angle = Math.PI * random.nextDouble();
      double darkness = 0.08 + 0.22 * random.nextDouble();
      for (int y = (int) Math.max(0, centerY - 3 * radius);
          y < Math.min(height, centerY + 3 * radius);
          y++) {
        for (int x = (int) Math.max(0, centerX - 3 * radius);
            x < Math.min(width, centerX + 3 * radius);
            x++) {
          double along = Math.cos(angle) * (x - centerX) + Math.sin(angle) * (y - centerY);
          double across = Math.cos(angle) * (y - centerY) - Math.sin(angle) * (x - centerX);
          double distance = Math.hypot(along, 2.5 * across) / radius;
          double kept = 1 - darkness * Math.exp(-distance * distance);
          for (int channel = 0; channel < CHANNELS; channel++) {
            rgb[CHANNELS * (y * width + x) + channel] *= (float) kept;
          }
        }
      }
    }
  }

  /** Printed lines: bluish, across or also down, and a red margin beside lines. */
  private static final class Ruling {
    private static final double[] BLUE = {1, 0.75, 0.45};
    private static final double[] RED = {0.2, 1, 1};

    private final double[] rows;
    private final double[] columns;
    private final double darkness;
    private final int margin;
    private final double thickness;

    Ruling(PageStyle style, int width, int height, SplittableRandom random) {
      double pitch = style.ruling * style.scale;
      thickness = 2.2 * style.scale;
      darkness = pitch == 0 ? 0 : style.rulingDarkness;
      double phase = random.nextDouble();
      rows = profile(pitch == 0 ? 0 : height, pitch, phase * pitch);
      columns = profile(style.squared && pitch != 0 ? width : 0, pitch, phase * pitch);
      margin = pitch == 0 || style.squared ? -1 : (int) (0.075 * width);
    }

    /** How much of each pixel a line covers. */
    private double[] profile(int length, double pitch, double phase) {
      double[] covered = new double[length];
      for (int i = 0; i < length; i++) {
        double distance = Math.abs((i + phase) % pitch - pitch / 2);
        covered[i] = Math.max(0, Math.min(1, thickness / 2 - distance + 0.5));
      }
      return covered;
    }

    double light(int x, int y, int channel) {
      double line = Math.max(rows.length == 0 ? 0 : rows[y], columns.length == 0 ? 0 : columns[x]);
      double light = 1 - darkness * line * BLUE[channel];
      boolean red = margin >= 0 && Math.abs(x - margin) <= thickness / 2;
      return red ? light * (1 - darkness * RED[channel]) : light;
    }
  }
}
