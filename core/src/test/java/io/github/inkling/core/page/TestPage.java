package io.github.inkling.core.page;

import io.github.inkling.core.image.ColorImage;
import java.util.List;

/**
 * A made-up page, of which is known what stands on it.
 *
 * @param picture what a camera would see
 * @param lines its lines of digits, such as {@code "0755"}, in reading order: from the top, and of
 *     two columns the left one first
 */
public record TestPage(ColorImage picture, List<String> lines) {
  public TestPage {
    lines = List.copyOf(lines);
  }
}
