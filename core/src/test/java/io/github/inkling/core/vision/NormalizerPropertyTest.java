package io.github.inkling.core.vision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.inkling.core.image.DigitImage;
import io.github.inkling.core.image.GrayImage;
import java.awt.geom.Path2D;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

class NormalizerPropertyTest {
  private static final Normalizer NORMALIZER = new Normalizer(NormalizerSettings.defaults());

  /** Half ink: fainter pixels are the soft edge of a stroke. */
  private static final int HALF = 127;

  @Property(tries = 200)
  void theCentreOfMassIsOnTheMiddleAndTheInkInItsBox(
      @ForAll long seed,
      @ForAll @IntRange(min = 24, max = 400) int side,
      @ForAll @DoubleRange(min = -0.8, max = 0.8) double shear) {
    DigitImage digit = NORMALIZER.normalize(scribble(seed, side, shear));

    Ink ink = Drawing.measure(digit);
    assertThat(ink.centerX()).isCloseTo(14, within(0.5));
    assertThat(ink.centerY()).isCloseTo(14, within(0.5));
    Ink core = Ink.measure(core(digit));
    // The centre of mass decides where the box lies between pixels, so that a stroke at its edge
    // may be half on one more pixel: in 4 of 17,367 scribbles.
    assertThat(core.width()).isLessThanOrEqualTo(Workbench.BOX + 1);
    assertThat(core.height()).isLessThanOrEqualTo(Workbench.BOX + 1);
  }

  @Property(tries = 100)
  void anyPictureHasADigitAndTheSameOneTwice(
      @ForAll long seed,
      @ForAll @IntRange(min = 1, max = 120) int width,
      @ForAll @IntRange(min = 1, max = 120) int height,
      @ForAll @IntRange(min = 1, max = 256) int levels) {
    Random random = new Random(seed);
    GrayImage image = Drawing.map(Drawing.uniform(width, height, 0), i -> random.nextInt(levels));

    DigitImage digit = NORMALIZER.normalize(image);

    assertThat(NORMALIZER.trace(image).digit()).isEqualTo(digit);
  }

  private static GrayImage scribble(long seed, int side, double shear) {
    Random random = new Random(seed);
    Path2D path = new Path2D.Double();
    path.moveTo(random.nextDouble(), 0);
    for (int i = 0; i < 4; i++) {
      path.quadTo(
          random.nextDouble(), random.nextDouble(), random.nextDouble(), random.nextDouble());
    }
    path.lineTo(random.nextDouble(), 1);
    return Drawing.ink(path, 3 * side, side + 16, side, 8, side, shear);
  }

  private static Raster core(DigitImage digit) {
    Raster raster = Raster.copyOf(digit.toGrayImage());
    byte[] onlyInk = new byte[Histogram.LEVELS];
    for (int level = HALF + 1; level < onlyInk.length; level++) {
      onlyInk[level] = (byte) level;
    }
    raster.map(onlyInk);
    return raster;
  }
}
