package io.github.inkling.core.page;

import java.awt.image.BufferedImage;
import java.util.List;

/**
 * The way from a picture to its digits, stage by stage.
 *
 * @param stages in their order: grey, sheet, background, ink, without ruling (if the paper is
 *     ruled), binary, components, cuts, normalised digits (if there are any)
 * @param page what was read: what {@link PageReader#read} answers
 */
public record PageTrace(List<Stage> stages, Page page) {
  /**
   * Copies the stages.
   *
   * @param stages in their order
   * @param page what was read
   */
  public PageTrace {
    stages = List.copyOf(stages);
  }

  /**
   * What a picture looks like after a step.
   *
   * @param name the step in a word or two
   * @param image the picture after it, at the size it is worked on
   */
  public record Stage(String name, BufferedImage image) {}
}
