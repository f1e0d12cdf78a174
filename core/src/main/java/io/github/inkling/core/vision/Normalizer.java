package io.github.inkling.core.vision;

import io.github.inkling.core.image.DigitImage;
import io.github.inkling.core.image.GrayImage;
import io.github.inkling.core.model.ParallelBlocks;
import io.github.inkling.core.model.ProgressListener;
import io.github.inkling.core.model.Rejection;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Makes a {@link DigitImage} of any picture of one digit, the same way in training and in
 * prediction: polarity, light, noise, contrast, and then one affine warp that scales the ink into
 * 20 x 20 pixels, sets it upright by its second moments and puts its centre of mass on the middle
 * of 28 x 28. The size and the centre are those of MNIST (LeCun, Bottou, Bengio, Haffner,
 * "Gradient-based learning applied to document recognition", Proc. IEEE 86(11), 1998, section
 * III.A): the centre of mass lies on pixel (14, 14) counted from 0. Ink that has its size already
 * and is not set upright moves there by whole pixels and is not interpolated, so that MNIST's own
 * digits stay as they are but for their contrast. Immutable and safe for concurrent use.
 */
public final class Normalizer {
  /** Small pictures share a workbench; few large ones, such as photographs, have one each. */
  private static final int MOST_PER_BLOCK = 256;

  private final NormalizerSettings settings;

  /**
   * A normalizer.
   *
   * @param settings how it works
   */
  public Normalizer(NormalizerSettings settings) {
    this.settings = settings;
  }

  /**
   * How it works.
   *
   * @return the settings it was made with
   */
  public NormalizerSettings settings() {
    return settings;
  }

  /**
   * Normalises one picture.
   *
   * @param image a picture of one digit, dark on light or light on dark
   * @return the digit; blank ({@link DigitImage#isBlank}) if the picture has no ink, for which
   *     {@link #trace} gives the reason
   */
  public DigitImage normalize(GrayImage image) {
    try (Workbench workbench = new Workbench(settings)) {
      return workbench.normalize(image, StageObserver.NONE);
    }
  }

  /**
   * Normalises many pictures, on all cores.
   *
   * @param images pictures of one digit each
   * @param progress hears of finished pictures
   * @return one digit per picture, in their order, and why the blank ones are blank
   */
  public NormalizedDigits normalizeAll(List<GrayImage> images, ProgressListener progress) {
    DigitImage[] digits = new DigitImage[images.size()];
    Map<Integer, Rejection> rejections = new ConcurrentHashMap<>();
    ParallelBlocks.forEach(
        digits.length,
        MOST_PER_BLOCK,
        "Normalising",
        progress,
        (from, to) -> {
          try (Workbench workbench = new Workbench(settings)) {
            for (int i = from; i < to; i++) {
              digits[i] = workbench.normalize(images.get(i), StageObserver.NONE);
              if (digits[i].isBlank()) {
                rejections.put(i, workbench.reason());
              }
            }
          }
        });
    return new NormalizedDigits(List.of(digits), rejections);
  }

  /**
   * Normalises one picture and keeps what it looked like on the way.
   *
   * @param image a picture of one digit
   * @return every stage; the last is what {@link #normalize} answers
   */
  public NormalizerTrace trace(GrayImage image) {
    Recorder recorder = new Recorder();
    try (Workbench workbench = new Workbench(settings)) {
      DigitImage digit = workbench.normalize(image, recorder);
      return new NormalizerTrace(
          recorder.stages,
          digit,
          digit.isBlank() ? Optional.of(workbench.reason()) : Optional.empty());
    }
  }

  /** Keeps what it sees. */
  private static final class Recorder implements StageObserver {
    private final List<NormalizerTrace.Stage> stages = new ArrayList<>();

    @Override
    public boolean isWatching() {
      return true;
    }

    @Override
    public void see(String stage, Raster picture) {
      stages.add(new NormalizerTrace.Stage(stage, picture.toGrayImage()));
    }
  }
}
