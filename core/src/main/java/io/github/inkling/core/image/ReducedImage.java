package io.github.inkling.core.image;

/**
 * A picture that was decoded at a part of its size because nobody needs more of it, and the size
 * that it has in full.
 *
 * @param image what was decoded
 * @param width the full width in pixels, at least that of {@code image}
 * @param height the full height in pixels, at least that of {@code image}
 */
public record ReducedImage(ColorImage image, int width, int height) {
  /**
   * Checks the size.
   *
   * @param image what was decoded
   * @param width the full width in pixels
   * @param height the full height in pixels
   * @throws IllegalArgumentException if a side is shorter than that of {@code image}
   */
  public ReducedImage {
    if (width < image.width() || height < image.height()) {
      throw new IllegalArgumentException(
          "the full size must be at least %d x %d, that of the reduced picture, but is %d x %d"
              .formatted(image.width(), image.height(), width, height));
    }
  }

  /**
   * A picture that is not reduced.
   *
   * @param image the picture
   * @return the same with its own size
   */
  public static ReducedImage whole(ColorImage image) {
    return new ReducedImage(image, image.width(), image.height());
  }

  /**
   * Whether the picture has its full size.
   *
   * @return false if it is reduced
   */
  public boolean isWhole() {
    return width == image.width() && height == image.height();
  }
}
