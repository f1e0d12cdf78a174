package io.github.inkling.core.page;

import io.github.inkling.core.image.GrayImage;
import io.github.inkling.core.page.PageDistortion.Strength;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Makes pages of handwritten digits that look as if they had been photographed. The same seed,
 * distortion, strength and number give the same page.
 */
public final class PageGenerator {
  /** What is written beyond the picture's edge, as a share of it, so that a turned one is full. */
  private static final double BEYOND = 0.3;

  private final List<GrayImage> images;
  private final int[] labels;
  private final long seed;
  private final double scale;

  /**
   * A generator.
   *
   * @param images single digits, white ink on black, 20 pixels high in 28 x 28 as MNIST's are
   * @param labels what they are
   * @param seed decides everything
   */
  public PageGenerator(List<GrayImage> images, int[] labels, long seed) {
    this(images, labels, seed, 1);
  }

  /** A generator of pages of another scale, for those who are in a hurry. */
  PageGenerator(List<GrayImage> images, int[] labels, long seed, double scale) {
    if (images.isEmpty() || images.size() != labels.length) {
      throw new IllegalArgumentException(
          "%d pictures and %d labels; expected as many, and at least 1"
              .formatted(images.size(), labels.length));
    }
    this.images = List.copyOf(images);
    this.labels = labels.clone();
    this.seed = seed;
    this.scale = scale;
  }

  /**
   * Makes a page.
   *
   * @param distortion what is hard about it
   * @param strength how hard
   * @param number which of many; pages of the same number have the same digits at the same places,
   *     wherever the distortion leaves them
   */
  public TestPage page(PageDistortion distortion, Strength strength, int number) {
    PageStyle style = new PageStyle();
    distortion.apply(style, strength);
    style.scale *= scale;
    SplittableRandom random = new SplittableRandom(seed * 1_000_003 + number);
    SplittableRandom layout = random.split();
    SplittableRandom look = random.split();
    double beyond = style.rotation > 0 && style.table == 0 ? BEYOND : 0;
    int width = (int) (PageStyle.WIDTH * style.scale * (1 + 2 * beyond));
    int height = (int) (PageStyle.HEIGHT * style.scale * (1 + 2 * beyond));
    InkLayer ink = new InkLayer(width, height);
    List<String> lines = new PageLayout(style, images, labels, ink, layout).write();
    float[] sheet = Sheet.draw(style, ink, look);
    return new TestPage(new Camera(style, look).photograph(sheet, width), lines);
  }
}
