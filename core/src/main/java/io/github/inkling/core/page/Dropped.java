package io.github.inkling.core.page;

/**
 * Something on a page that is not among its digits.
 *
 * @param box where it stands, in pixels of the picture that was read
 * @param reason why it was dropped
 */
public record Dropped(Box box, Reason reason) {
  /** Why something is not among the digits. */
  public enum Reason {
    /** Too small for a digit of this page. */
    SPECK("speck"),
    /** Too large for a digit of this page, or longer than any digit. */
    TOO_LARGE("too large"),
    /** Much fainter than the ink of this page: a smudge, or what shows through. */
    TOO_FAINT("too faint"),
    /** Of a digit's size, but it looks like none. */
    UNLIKE_ANY_DIGIT("unlike any digit");

    private final String text;

    Reason(String text) {
      this.text = text;
    }

    /**
     * The reason in words.
     *
     * @return such as {@code "unlike any digit"}
     */
    @Override
    public String toString() {
      return text;
    }
  }
}
