package io.github.inkling.core.vision;

import io.github.inkling.core.image.DigitImage;
import io.github.inkling.core.image.GrayImage;
import java.util.List;

/**
 * The way from a picture to its digit, stage by stage.
 *
 * @param stages in their order: grey, polarity, even light, denoised, contrast, ink, scaled,
 *     deskewed, centred; where a picture turns out to have no ink, the stages until then, and a
 *     black "centred"
 * @param digit the normalised digit: the last stage
 */
public record NormalizerTrace(List<Stage> stages, DigitImage digit) {
  /**
   * Copies the stages.
   *
   * @param stages in their order
   * @param digit the normalised digit
   */
  public NormalizerTrace {
    stages = List.copyOf(stages);
  }

  /**
   * What a picture looks like after a step.
   *
   * @param name the step in a word or two
   * @param image the picture after it; large pictures are shown at the size they are worked on
   */
  public record Stage(String name, GrayImage image) {}
}
