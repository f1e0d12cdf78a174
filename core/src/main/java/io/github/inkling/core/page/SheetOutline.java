package io.github.inkling.core.page;

import java.util.List;
import org.opencv.core.Point;

/**
 * Where the sheet lies in a picture.
 *
 * @param outline the corners of a convex polygon around it, in pixels, at least three
 * @param corners its four corners, from the top left one clockwise, if they are all in the picture;
 *     else empty
 */
record SheetOutline(List<Point> outline, List<Point> corners) {
  /** Its area in pixels, by the shoelace formula. */
  double area() {
    double twice = 0;
    for (int i = 0; i < outline.size(); i++) {
      Point a = outline.get(i);
      Point b = outline.get((i + 1) % outline.size());
      twice += a.x * b.y - b.x * a.y;
    }
    return Math.abs(twice) / 2;
  }
}
