package io.github.inkling.core.page;

import io.github.inkling.core.image.GrayImage;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Writes lines of digits on a sheet, as a hand does: never quite straight, never quite alike. */
final class PageLayout {
  private static final int LEAST_DIGITS = 3;
  private static final int MOST_DIGITS = 10;
  private static final int LEAST_LINES = 6;
  private static final int MOST_LINES = 10;

  /** Distance of two lines, in heights of their largest digits. */
  private static final double LEAST_PITCH = 1.55;

  /** How far a touching digit reaches below or above the one before, in heights of it. */
  private static final double MOST_REACH = 0.12;

  private static final double MARGIN_X = 0.09;
  private static final double MARGIN_Y = 0.07;

  /** Their letters are long or joined: none is a digit by itself. */
  private static final List<String> WORDS =
      List.of("Summe", "Menge", "name", "week", "paid", "van");

  private final PageStyle style;
  private final List<GrayImage> images;
  private final int[] labels;
  private final SplittableRandom random;

  /** Decides what only some styles have, so that their digits are those of the other styles. */
  private final SplittableRandom extras;

  private final InkLayer ink;
  private final List<String> lines = new ArrayList<>();

  /**
   * A sheet to write on.
   *
   * @param ink where to; its middle has the size that the style says
   */
  PageLayout(
      PageStyle style,
      List<GrayImage> images,
      int[] labels,
      InkLayer ink,
      SplittableRandom random) {
    this.style = style;
    this.images = images;
    this.labels = labels;
    this.ink = ink;
    this.random = random;
    this.extras = random.split();
  }

  /** Writes all lines; answers what they are. */
  List<String> write() {
    double width = PageStyle.WIDTH * style.scale;
    double height = PageStyle.HEIGHT * style.scale;
    double left = (ink.width - width) / 2 + MARGIN_X * width;
    double top = (ink.height - height) / 2 + MARGIN_Y * height;
    double right = ink.width - left;
    double bottom = ink.height - top;
    double gutter = 0.08 * width;
    double column = (right - left - (style.columns - 1) * gutter) / style.columns;
    for (int i = 0; i < style.columns; i++) {
      double from = left + i * (column + gutter);
      writeColumn(from, from + column, top, bottom);
    }
    for (int i = 0; i < style.specks; i++) {
      double radius = style.scale * (0.6 + 3 * Math.pow(random.nextDouble(), 3));
      ink.blot(between(0, ink.width), between(0, ink.height), radius);
    }
    return lines;
  }

  private void writeColumn(double left, double right, double top, double bottom) {
    int count = LEAST_LINES + random.nextInt(MOST_LINES - LEAST_LINES + 1);
    double pitch = (bottom - top) / count;
    double base = between(style.smallestDigit, style.largestDigit) * style.scale;
    double slope = Math.toRadians(between(-0.8, 0.8));
    for (int i = 0; i < count; i++) {
      double ratio = Math.pow(style.sizeRatio, random.nextDouble() - 0.5);
      double size = Math.min(base * ratio, pitch / LEAST_PITCH);
      double baseline = top + (i + 0.8) * pitch + between(-0.05, 0.05) * pitch;
      lines.add(writeLine(left, right, baseline, size, slope));
    }
  }

  private String writeLine(double left, double right, double baseline, double size, double slope) {
    boolean word = extras.nextDouble() < style.words;
    int wanted = LEAST_DIGITS + random.nextInt(MOST_DIGITS - LEAST_DIGITS + 1);
    double phase = between(0, 2 * Math.PI);
    double x = left + between(0, 0.25) * (right - left);
    if (word) {
      x = left + writeWord(left, baseline, size) + size;
    }
    StringBuilder text = new StringBuilder();
    int touchingOne = style.touching < 0 ? 1 + extras.nextInt(LEAST_DIGITS - 1) : -1;
    Placed last = null;
    for (int i = 0; i < wanted; i++) {
      int chosen = random.nextInt(images.size());
      double height = size * between(0.93, 1.07);
      Glyph glyph = Glyph.of(images.get(chosen), height, style.pen);
      if (extras.nextDouble() < style.broken) {
        glyph = glyph.cut(cutAngle(glyph), (0.05 + 0.06 * extras.nextDouble()) * size);
      }
      double wave = 0.05 * size * Math.sin(phase + (x - left) / (4 * size));
      double foot = baseline + wave + between(-0.04, 0.04) * size + Math.tan(slope) * (x - left);
      int top = (int) Math.round(foot) - glyph.height();
      boolean touches = i == touchingOne || extras.nextDouble() < style.touching;
      int place = (int) Math.round(x + (last == null ? 0 : between(0.2, 1) * size));
      if (touches && last != null) {
        place = touching(last, glyph, top);
      }
      if (place + glyph.width() > right && text.length() >= LEAST_DIGITS) {
        break;
      }
      ink.write(glyph, place, top);
      text.append(labels[chosen]);
      last = new Placed(glyph, place, top);
      x = place + (double) glyph.width();
    }
    return text.toString();
  }

  private record Placed(Glyph glyph, int left, int top) {}

  /** The direction across a cut. A narrow digit is not cut lengthwise: little would be left. */
  private double cutAngle(Glyph glyph) {
    double any = Math.PI * extras.nextDouble();
    return 2 * glyph.width() > glyph.height() ? any : Math.PI / 2 + 0.25 * (any - Math.PI / 2);
  }

  /**
   * Where the next digit must begin to run into the last one a little. It does not reach deep into
   * its hollows, as nobody writes like that: a seven's next may miss it.
   */
  private int touching(Placed last, Glyph next, int top) {
    int deepest = (int) (MOST_REACH * last.glyph.height());
    int clearance = last.glyph.clearance(next, top - last.top);
    int overlap = (int) Math.round(2 * style.scale);
    return last.left + last.glyph.width() - Math.min(clearance + overlap, deepest);
  }

  private double writeWord(double left, double baseline, double size) {
    String text = WORDS.get(extras.nextInt(WORDS.size()));
    Glyph word = Glyph.word(text, 0.75 * size, 0.1 * size * Math.min(1, style.pen));
    ink.write(word, (int) left, (int) (baseline - 0.8 * word.height()));
    return word.width();
  }

  private double between(double least, double most) {
    return least + (most - least) * random.nextDouble();
  }
}
