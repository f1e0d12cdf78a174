package io.github.inkling.core.vision;

import io.github.inkling.core.image.DigitImage;
import io.github.inkling.core.image.GrayImage;
import io.github.inkling.core.model.Rejection;
import java.util.List;
import java.util.Optional;

/**
 * The way from a picture to its digit, stage by stage.
 *
 * @param stages in their order: grey, polarity, even light, denoised, contrast, ink, scaled,
 *     deskewed, centred; where a picture turns out to have no ink, the stages until then, and a
 *     black "centred"
 * @param digit the normalised digit: the last stage
 * @param rejection why there is no digit, if it is blank: {@link Rejection#BLANK}, or {@link
 *     Rejection#TOO_NOISY} in pictures below 40 pixels (in larger ones, the light is evened out and
 *     noise then looks like specks of ink); else empty
 */
public record NormalizerTrace(List<Stage> stages, DigitImage digit, Optional<Rejection> rejection) {
  /**
   * Copies the stages.
   *
   * @param stages in their order
   * @param digit the normalised digit
   * @param rejection why there is no digit; empty unless it is blank
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
