package io.github.inkling.core.page;

import java.util.List;
import java.util.Locale;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** What makes a page hard to read, one thing at a time, and all of it together. */
public enum PageDistortion {
  /** A clean sheet, scanned well. */
  NONE(),
  LARGE_PICTURE((s, i) -> s.scale = pick(i, 1.5, 2, 2.5)),
  SMALL_PICTURE((s, i) -> s.scale = pick(i, 0.75, 0.6, 0.45)),
  SHADING((s, i) -> s.shading = pick(i, 0.25, 0.5, 0.7)),
  SHADOW(
      (s, i) -> {
        s.shadow = pick(i, 0.25, 0.45, 0.6);
        s.shadowSoftness = pick(i, 30, 12, 4);
      }),
  GRAIN((s, i) -> s.grain = pick(i, 0.015, 0.03, 0.055)),
  RULED(
      (s, i) -> {
        s.ruling = 92;
        s.rulingDarkness = pick(i, 0.15, 0.35, 0.6);
      }),
  SQUARED(
      (s, i) -> {
        s.ruling = 46;
        s.squared = true;
        s.rulingDarkness = pick(i, 0.12, 0.3, 0.5);
      }),
  ROTATION((s, i) -> s.rotation = pick(i, 2, 6, 12)),
  TURNED_90(s -> s.quarterTurns = 1),
  TURNED_180(s -> s.quarterTurns = 2),
  TURNED_270(s -> s.quarterTurns = 3),
  TABLE((s, i) -> s.table = pick(i, 0.03, 0.08, 0.14)),
  LIGHT_TABLE(
      (s, i) -> {
        s.table = 0.08;
        s.tableBrightness = pick(i, 0.45, 0.62, 0.78);
      }),
  PERSPECTIVE(
      (s, i) -> {
        s.table = 0.05;
        s.perspective = pick(i, 0.03, 0.07, 0.12);
      }),
  BLUE_INK((s, i) -> s.ink = pick(i, rgb(.1, .15, .5), rgb(.2, .3, .65), rgb(.35, .45, .8))),
  RED_INK((s, i) -> s.ink = pick(i, rgb(.7, .1, .12), rgb(.85, .25, .25), rgb(.95, .45, .45))),
  GREEN_INK((s, i) -> s.ink = pick(i, rgb(.05, .4, .15), rgb(.2, .55, .3), rgb(.4, .72, .5))),
  PENCIL(
      (s, i) -> {
        s.ink = pick(i, rgb(.3, .3, .31), rgb(.42, .42, .43), rgb(.55, .55, .56));
        s.roughness = 0.8;
        s.pen = 0.6;
      }),
  YELLOW_PAPER(
      (s, i) -> s.paper = pick(i, rgb(.97, .95, .78), rgb(.96, .9, .55), rgb(.93, .82, .3))),
  BLUE_PAPER((s, i) -> s.paper = pick(i, rgb(.8, .88, .96), rgb(.6, .75, .93), rgb(.38, .55, .82))),
  GREEN_PAPER(
      (s, i) -> s.paper = pick(i, rgb(.82, .94, .82), rgb(.62, .85, .62), rgb(.4, .68, .42))),
  CHALK(
      (s, i) -> {
        s.paper = pick(i, rgb(.08, .08, .09), rgb(.12, .2, .16), rgb(.25, .33, .28));
        s.ink = rgb(.9, .9, .88);
        s.opaque = true;
        s.roughness = pick(i, 0.2, 0.3, 0.4);
        s.grain = pick(i, 0.02, 0.05, 0.1);
        s.pen = 1.2;
      }),
  THIN_PEN((s, i) -> s.pen = pick(i, 0.55, 0.4, 0.28)),
  FELT_TIP((s, i) -> s.pen = pick(i, 1.2, 1.4, 1.7)),
  DEFOCUS((s, i) -> s.defocus = pick(i, 1.5, 3, 5)),
  MOTION((s, i) -> s.motion = pick(i, 4, 8, 14)),
  NOISE((s, i) -> s.noise = pick(i, 0.02, 0.045, 0.09)),
  JPEG((s, i) -> s.jpeg = pick(i, 60, 30, 15)),
  TOUCHING((s, i) -> s.touching = pick(i, -1.0, 0.25, 0.5)),
  SPECKS(
      (s, i) -> {
        s.specks = pick(i, 20, 80, 250);
        s.smudges = pick(i, 1, 3, 8);
      }),
  SIZES((s, i) -> s.sizeRatio = pick(i, 1.5, 2.2, 3)),
  TWO_COLUMNS(s -> s.columns = 2),
  BROKEN((s, i) -> s.broken = pick(i, 0.08, 0.2, 0.4)),
  WORDS((s, i) -> s.words = pick(i, 0.15, 0.4, 0.8)),
  /** All that a hasty photograph of a squared sheet on a table suffers from. */
  BAD_PHOTO(
      (s, i) -> {
        s.shading = pick(i, 0.2, 0.4, 0.6);
        s.shadow = pick(i, 0.15, 0.3, 0.45);
        s.grain = pick(i, 0.01, 0.02, 0.03);
        s.ruling = 46;
        s.squared = true;
        s.rulingDarkness = pick(i, 0.12, 0.22, 0.35);
        s.rotation = pick(i, 2, 4, 8);
        s.table = 0.05;
        s.perspective = pick(i, 0.02, 0.05, 0.09);
        s.ink = pick(i, rgb(.1, .15, .5), rgb(.15, .22, .55), rgb(.22, .3, .62));
        s.pen = 0.7;
        s.defocus = pick(i, 0.8, 1.4, 2.2);
        s.noise = pick(i, 0.01, 0.02, 0.035);
        s.jpeg = pick(i, 75, 50, 30);
        s.touching = pick(i, 0.02, 0.06, 0.15);
        s.specks = pick(i, 5, 20, 60);
        s.sizeRatio = 1.4;
        s.broken = pick(i, 0.01, 0.03, 0.06);
      });

  /** How much of it. */
  public enum Strength {
    WEAK,
    MEDIUM,
    STRONG;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  private final boolean graded;

  @SuppressWarnings("ImmutableEnumChecker") // They are lambdas that hold nothing.
  private final BiConsumer<PageStyle, Strength> change;

  PageDistortion() {
    this(style -> {});
  }

  PageDistortion(Consumer<PageStyle> change) {
    this.graded = false;
    this.change = (style, strength) -> change.accept(style);
  }

  PageDistortion(BiConsumer<PageStyle, Strength> change) {
    this.graded = true;
    this.change = change;
  }

  /** The strengths that there are of it: all three, or medium alone. */
  public List<Strength> strengths() {
    return graded ? List.of(Strength.values()) : List.of(Strength.MEDIUM);
  }

  void apply(PageStyle style, Strength strength) {
    change.accept(style, strength);
  }

  /** Its name as it is typed and shown: {@code "bad-photo"}. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static <T> T pick(Strength strength, T weak, T medium, T strong) {
    return switch (strength) {
      case WEAK -> weak;
      case MEDIUM -> medium;
      case STRONG -> strong;
    };
  }

  private static double pick(Strength strength, double weak, double medium, double strong) {
    return PageDistortion.<Double>pick(strength, (Double) weak, (Double) medium, (Double) strong);
  }

  private static int pick(Strength strength, int weak, int medium, int strong) {
    return PageDistortion.<Integer>pick(
        strength, (Integer) weak, (Integer) medium, (Integer) strong);
  }

  private static float[] rgb(double red, double green, double blue) {
    return new float[] {(float) red, (float) green, (float) blue};
  }
}
