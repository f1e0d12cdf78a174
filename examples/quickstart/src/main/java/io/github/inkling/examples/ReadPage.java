package io.github.inkling.examples;

import io.github.inkling.core.image.ColorImage;
import io.github.inkling.core.image.GrayImage;
import io.github.inkling.core.page.Line;
import io.github.inkling.core.page.Page;
import io.github.inkling.core.page.PageReader;
import io.github.inkling.mnist.Mnist;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.awt.image.RescaleOp;
import java.io.IOException;
import java.nio.file.Path;

/**
 * How do I read a photographed sheet?
 *
 * <p>Reads the photograph that the argument names, with the recognizer that comes along: {@code
 * examples/quickstart/run ReadPage sheet.jpg}. Without one, it draws a sheet of MNIST's digits.
 */
public final class ReadPage {
  private static final int DIGITS_A_LINE = 5;
  private static final int LINES = 3;
  private static final int SIZE = 100;

  private ReadPage() {}

  /**
   * Prints the lines, and where on the picture each of them is.
   *
   * @param args a photograph or scan of a sheet; may be left out
   * @throws IOException if it cannot be read
   */
  public static void main(String[] args) throws IOException {
    PageReader reader = PageReader.pretrained();
    Page page = reader.read(args.length > 0 ? ColorImage.read(Path.of(args[0])) : drawnSheet());

    for (Line line : page.lines()) {
      System.out.printf("%s   at %s%n", line.text(), line.box());
    }
  }

  private static ColorImage drawnSheet() {
    BufferedImage sheet =
        new BufferedImage(
            (DIGITS_A_LINE + 2) * SIZE, (2 * LINES + 1) * SIZE, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = sheet.createGraphics();
    graphics.setColor(Color.WHITE);
    graphics.fillRect(0, 0, sheet.getWidth(), sheet.getHeight());
    for (int i = 0; i < LINES * DIGITS_A_LINE; i++) {
      int x = (i % DIGITS_A_LINE + 1) * SIZE;
      int y = (2 * (i / DIGITS_A_LINE) + 1) * SIZE;
      graphics.drawImage(darkOnLight(Mnist.test().image(i)), x, y, SIZE, SIZE, null);
    }
    graphics.dispose();
    return ColorImage.of(sheet);
  }

  private static BufferedImage darkOnLight(GrayImage digit) {
    BufferedImage picture = digit.toBufferedImage();
    return new RescaleOp(-1, 255, null).filter(picture, picture);
  }
}
