package io.github.inkling.service;

import io.github.inkling.core.vision.Strokes;
import io.github.inkling.core.vision.Strokes.Dot;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;

/**
 * Digits as a hand draws them, in a square of 100: lines and arcs, other than the samples that the
 * page brings along.
 */
final class HandDrawn {
  private static final int STEPS = 12;

  private HandDrawn() {}

  /** A place on the way of the pen. */
  record Spot(double x, double y) {}

  /** The strokes of a digit, in the order in which they are written. */
  static List<List<Spot>> digit(int digit) {
    return switch (digit) {
      case 0 -> List.of(arc(50, 50, 28, 44, -80, 290));
      case 1 -> List.of(line(36, 22, 54, 5, 52, 95));
      case 2 -> List.of(join(arc(48, 30, 26, 24, 190, 400), line(66, 48, 24, 93, 80, 91)));
      case 3 -> List.of(join(arc(46, 28, 24, 22, 200, 430), arc(46, 71, 28, 24, -80, 160)));
      case 4 -> List.of(line(52, 6, 22, 60, 82, 60), line(64, 34, 62, 96));
      case 5 ->
          List.of(join(line(34, 8, 30, 46), arc(46, 66, 28, 27, 230, 520)), line(34, 8, 74, 9));
      case 6 -> List.of(join(line(64, 6, 40, 32, 28, 60), arc(50, 70, 23, 24, 190, 545)));
      case 7 -> List.of(line(22, 12, 76, 10, 56, 50, 44, 94));
      case 8 ->
          List.of(
              join(
                  arc(50, 28, 20, 21, -60, -270),
                  arc(50, 71, 25, 23, -90, 270),
                  arc(50, 28, 20, 21, 90, -60)));
      case 9 -> List.of(join(arc(48, 30, 23, 24, -20, -350), line(71, 30, 68, 62, 60, 95)));
      default -> throw new IllegalArgumentException("0 to 9, not " + digit);
    };
  }

  /** A picture, in a folder, of a sheet with these lines of digits. */
  static Path sheet(Path folder, String... lines) throws IOException {
    List<List<Dot>> strokes = new ArrayList<>();
    for (int line = 0; line < lines.length; line++) {
      for (int place = 0; place < lines[line].length(); place++) {
        double x = 130 * place;
        double y = 170 * line;
        for (List<Spot> stroke : digit(lines[line].charAt(place) - '0')) {
          strokes.add(stroke.stream().map(spot -> new Dot(x + spot.x(), y + spot.y())).toList());
        }
      }
    }
    BufferedImage picture = Strokes.of(strokes).withPen(9).drawPage().picture().toBufferedImage();
    Path file = folder.resolve(String.join("-", lines) + ".png");
    ImageIO.write(picture, "png", file.toFile());
    return file;
  }

  /** Straight from spot to spot, each given as x, y. */
  private static List<Spot> line(double... places) {
    List<Spot> spots = new ArrayList<>();
    spots.add(new Spot(places[0], places[1]));
    for (int i = 2; i < places.length; i += 2) {
      for (int step = 1; step <= 4; step++) {
        double t = step / 4.0;
        spots.add(
            new Spot(
                places[i - 2] + t * (places[i] - places[i - 2]),
                places[i - 1] + t * (places[i + 1] - places[i - 1])));
      }
    }
    return spots;
  }

  /** Part of an ellipse; degrees count clockwise from the right. */
  private static List<Spot> arc(
      double x, double y, double radiusX, double radiusY, double from, double to) {
    List<Spot> spots = new ArrayList<>();
    int steps = (int) Math.max(STEPS, Math.abs(to - from) / 15);
    for (int step = 0; step <= steps; step++) {
      double angle = Math.toRadians(from + (to - from) * step / steps);
      spots.add(new Spot(x + radiusX * Math.cos(angle), y + radiusY * Math.sin(angle)));
    }
    return spots;
  }

  @SafeVarargs
  private static List<Spot> join(List<Spot>... parts) {
    List<Spot> spots = new ArrayList<>();
    for (List<Spot> part : parts) {
      spots.addAll(part);
    }
    return spots;
  }
}
