package io.github.inkling.core.page;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A line of digits on a page.
 *
 * @param digits the digits in reading order, at least one
 */
public record Line(List<PageDigit> digits) {
  /**
   * Copies the list.
   *
   * @param digits the digits in reading order
   * @throws IllegalArgumentException if there are none
   */
  public Line {
    digits = List.copyOf(digits);
    if (digits.isEmpty()) {
      throw new IllegalArgumentException("a line has at least one digit");
    }
  }

  /**
   * The digits as text.
   *
   * @return such as {@code "0755"}, with "?" for a digit that was rejected
   */
  public String text() {
    return digits.stream().map(PageDigit::text).collect(Collectors.joining());
  }

  /**
   * The smallest box around the digits.
   *
   * @return where the line stands, in pixels of the picture that was read
   */
  public Box box() {
    return digits.stream().map(PageDigit::box).reduce(Box::union).orElseThrow();
  }
}
