package io.github.inkling.evaluation.html;

import io.github.inkling.core.image.DigitImage;
import io.github.inkling.core.vision.OrientationStars;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** The pictures of a page: each distinct digit is in it once, and shown by its name. */
final class Sprites {
  private static final int HOG_CELL = 7;

  /** Rays are drawn in three strengths; what is weaker than the last is left out. */
  private static final double[] STRENGTHS = {0.7, 0.45, 0.2};

  private final Map<DigitImage, String> digits = new LinkedHashMap<>();
  private final Map<DigitImage, String> stars = new LinkedHashMap<>();

  /**
   * What the template defines.
   *
   * @param id the name
   * @param content elements of a drawing of 28 x 28 units
   */
  record Symbol(String id, String content) {}

  /** The name under which a digit is shown. */
  String digit(DigitImage digit) {
    return digits.computeIfAbsent(digit, it -> "d" + digits.size());
  }

  /** The name under which the HOG cells of a digit are shown. */
  String stars(DigitImage digit) {
    return stars.computeIfAbsent(digit, it -> "h" + stars.size());
  }

  /** All that was named until now, in that order. */
  List<Symbol> symbols() {
    List<Symbol> symbols = new ArrayList<>();
    digits.forEach((digit, id) -> symbols.add(new Symbol(id, picture(digit))));
    stars.forEach((digit, id) -> symbols.add(new Symbol(id, rays(digit))));
    return symbols;
  }

  private static String picture(DigitImage digit) {
    return "<image width=\"28\" height=\"28\" href=\"data:image/png;base64,%s\"/>"
        .formatted(Base64.getEncoder().encodeToString(png(digit)));
  }

  private static byte[] png(DigitImage digit) {
    BufferedImage image =
        new BufferedImage(DigitImage.SIZE, DigitImage.SIZE, BufferedImage.TYPE_BYTE_GRAY);
    byte[] pixels = digit.pixels();
    image.getRaster().setDataElements(0, 0, DigitImage.SIZE, DigitImage.SIZE, pixels);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    // Else ImageIO makes a temporary file for each.
    try (ImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
      ImageIO.write(image, "png", out);
    } catch (IOException e) {
      throw new UncheckedIOException("writing to memory does not fail", e);
    }
    return bytes.toByteArray();
  }

  private static String rays(DigitImage digit) {
    OrientationStars all = OrientationStars.of(digit.toGrayImage(), HOG_CELL);
    StringBuilder paths = new StringBuilder();
    double below = Double.POSITIVE_INFINITY;
    for (int level = 0; level < STRENGTHS.length; level++) {
      StringBuilder path = new StringBuilder();
      for (OrientationStars.Ray ray : all.rays()) {
        if (ray.strength() >= STRENGTHS[level] && ray.strength() < below) {
          path.append('M').append(point(ray.x1(), ray.y1()));
          path.append('L').append(point(ray.x2(), ray.y2()));
        }
      }
      below = STRENGTHS[level];
      if (!path.isEmpty()) {
        paths.append("<path class=\"ray%s\" d=\"%s\"/>".formatted(level + 1, path));
      }
    }
    return paths.toString();
  }

  private static String point(double x, double y) {
    return Markup.coordinate(x) + ' ' + Markup.coordinate(y);
  }
}
