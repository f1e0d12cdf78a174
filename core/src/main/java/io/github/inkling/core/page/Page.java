package io.github.inkling.core.page;

import java.util.List;
import java.util.stream.Collectors;

/**
 * What was read on a picture of a sheet.
 *
 * @param width width of the picture in pixels
 * @param height height of the picture in pixels
 * @param rotation degrees by which the picture must be turned clockwise to stand upright: 0, 90,
 *     180 or 270
 * @param lines the lines in reading order; none if there are no digits
 * @param dropped what is not among the digits, and why
 */
public record Page(int width, int height, int rotation, List<Line> lines, List<Dropped> dropped) {
  /**
   * Copies the lists.
   *
   * @param width width of the picture in pixels
   * @param height height of the picture in pixels
   * @param rotation 0, 90, 180 or 270
   * @param lines the lines in reading order
   * @param dropped what is not among the digits
   */
  public Page {
    lines = List.copyOf(lines);
    dropped = List.copyOf(dropped);
  }

  /**
   * The digits as text.
   *
   * @return the lines' texts, one below the other without a line break at the end; empty if there
   *     are no digits
   */
  public String text() {
    return lines.stream().map(Line::text).collect(Collectors.joining("\n"));
  }
}
