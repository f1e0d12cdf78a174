package io.github.inkling.core.vision;

import io.github.inkling.core.image.DigitImage;
import io.github.inkling.core.image.GrayImage;
import io.github.inkling.core.model.Rejection;
import io.github.inkling.core.opencv.NativeScope;
import io.github.inkling.core.vision.Placement.Anchor;
import java.util.Arrays;
import java.util.Optional;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Scalar;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;

/**
 * Normalises one picture after another with the same matrices, which are made once and given back
 * on {@link #close}. Belongs to one thread.
 *
 * <p>Coordinates are pixel indices: the middle of the first pixel is 0. The centre of mass comes to
 * lie on (14, 14), as it does in MNIST, where it is rounded to (14, 14) +- 0.5.
 */
final class Workbench implements AutoCloseable {
  /** Ink fills a box of this size, as in MNIST. */
  static final int BOX = 20;

  /**
   * Pictures with more pixels are reduced before anything else: they hold more than 20 x 20 does.
   */
  private static final int MOST_PIXELS = 640 * 640;

  /** No hand slants by more than 45 degrees; a lying stroke has no slant to speak of. */
  private static final double MOST_SHEAR = 1;

  private static final double CENTER_OF_MASS = DigitImage.SIZE / 2.0;
  private static final double CENTER_OF_BOX = (DigitImage.SIZE - 1) / 2.0;

  private final NormalizerSettings settings;
  private final NativeScope scope = new NativeScope();
  private final Mat source = scope.own(new Mat(), Mat::release);
  private final Mat work = scope.own(new Mat(), Mat::release);
  private final Mat kernel = scope.own(new Mat(2, 2, CvType.CV_8UC1, new Scalar(1)), Mat::release);
  private final Lighting lighting = new Lighting(scope);
  private final InkFilter filter = new InkFilter(scope);
  private final Placement placement = new Placement(scope);
  private final byte[] digit = new byte[DigitImage.PIXELS];

  // Unless another is found: ink may become too faint to be seen by being made small.
  private Rejection reason = Rejection.BLANK;

  Workbench(NormalizerSettings settings) {
    this.settings = settings;
  }

  DigitImage normalize(GrayImage image, StageObserver observer) {
    reason = Rejection.BLANK;
    Raster picture = reduce(image);
    observer.see("grey", picture);
    Histogram histogram = Histogram.of(picture.pixels());
    if (histogram.separability() == 0) {
      return reject(Rejection.BLANK, observer);
    }
    boolean even = Lighting.isEven(picture, histogram);
    Polarity polarity =
        even ? Polarity.of(picture, histogram) : lighting.estimate(picture.copyTo(source));
    if (polarity == Polarity.DARK_INK) {
      picture.invert();
      histogram = histogram.inverted();
    }
    observer.see("polarity", picture);
    if (!even) {
      lighting.remove(source, polarity, work);
      picture = Raster.of(work);
    }
    observer.see("even light", picture);
    if (settings.denoise() != Denoiser.NONE) {
      settings.denoise().apply(picture.copyTo(source), work, kernel);
      picture = Raster.of(work);
    }
    observer.see("denoised", picture);
    if (!even || settings.denoise() != Denoiser.NONE) {
      histogram = Histogram.of(picture.pixels());
    }
    Optional<Rejection> noInk = Contrast.normalize(picture, histogram, even, settings.contrast());
    if (noInk.isPresent()) {
      return reject(noInk.get(), observer);
    }
    observer.see("contrast", picture);
    picture.copyTo(source);
    if (filter.apply(picture, source, even, settings.speck())) {
      picture.copyTo(source);
    }
    Ink ink = Ink.measure(picture);
    return ink == null ? reject(Rejection.BLANK, observer) : place(picture, ink, observer);
  }

  /** Why the last digit is blank, if it is. */
  Rejection reason() {
    return reason;
  }

  private Raster reduce(GrayImage image) {
    Raster picture = Raster.copyOf(image);
    if (picture.size() <= MOST_PIXELS) {
      return picture;
    }
    double factor = Math.sqrt((double) MOST_PIXELS / picture.size());
    Size size = new Size(reduced(picture.width(), factor), reduced(picture.height(), factor));
    Imgproc.resize(picture.copyTo(source), work, size, 0, 0, Imgproc.INTER_AREA);
    return Raster.of(work);
  }

  /** A side that would be less than a pixel is one, and the other then takes all there are. */
  private static int reduced(int side, double factor) {
    return (int) Math.max(1, Math.min(MOST_PIXELS, Math.round(side * factor)));
  }

  private DigitImage place(Raster picture, Ink ink, StageObserver observer) {
    double shear = settings.deskew() ? Math.max(-MOST_SHEAR, Math.min(MOST_SHEAR, ink.slant())) : 0;
    double width = ink.widthSheared(picture, shear);
    if (!settings.refit()) {
      width = Math.max(width, ink.width());
    }
    double scale = BOX / Math.max(width, ink.height());
    if (observer.isWatching()) {
      observer.see("ink", crop(picture, ink));
      Anchor middle =
          new Anchor(ink.left() + (ink.width() - 1) / 2.0, ink.top() + (ink.height() - 1) / 2.0);
      placement.place(source, ink, scale, 0, middle, CENTER_OF_BOX, digit);
      observer.see("scaled", digitRaster());
      placement.place(source, ink, scale, shear, middle, CENTER_OF_BOX, digit);
      observer.see("deskewed", digitRaster());
    }
    Anchor center = new Anchor(ink.centerX(), ink.centerY());
    placement.place(source, ink, scale, shear, center, CENTER_OF_MASS, digit);
    if (settings.contrast()) {
      Contrast.stretchToWhite(digit);
    }
    observer.see("centred", digitRaster());
    return DigitImage.of(digit);
  }

  private DigitImage reject(Rejection rejection, StageObserver observer) {
    reason = rejection;
    Arrays.fill(digit, (byte) 0);
    observer.see("centred", digitRaster());
    return DigitImage.of(digit);
  }

  private Raster digitRaster() {
    return new Raster(DigitImage.SIZE, DigitImage.SIZE, digit);
  }

  private static Raster crop(Raster picture, Ink ink) {
    byte[] pixels = new byte[ink.width() * ink.height()];
    for (int y = 0; y < ink.height(); y++) {
      System.arraycopy(
          picture.pixels(),
          (ink.top() + y) * picture.width() + ink.left(),
          pixels,
          y * ink.width(),
          ink.width());
    }
    return new Raster(ink.width(), ink.height(), pixels);
  }

  @Override
  public void close() {
    scope.close();
  }
}
