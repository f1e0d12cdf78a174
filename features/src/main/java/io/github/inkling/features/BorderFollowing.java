package io.github.inkling.features;

import io.github.inkling.core.image.DigitImage;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds all borders between ink and paper: Suzuki and Abe, "Topological structural analysis of
 * digitized binary images by border following", CVGIP 30 (1985), algorithm 1 without the hierarchy.
 * Ink is 8-connected, paper 4-connected. It is what OpenCV's {@code findContours} does, but without
 * native memory for each border, of which a data set has hundreds of thousands.
 */
final class BorderFollowing {
  /** Columns and rows of the steps 0 to 7 of Freeman's code; rows count downwards. */
  static final int[] DX = {1, 1, 0, -1, -1, -1, 0, 1};

  static final int[] DY = {0, -1, -1, -1, 0, 1, 1, 1};

  private static final int LEFT = 4;
  private static final int RIGHT = 0;

  private final int[][] labels;
  private final List<Border> borders = new ArrayList<>();
  private int label = 1;

  private BorderFollowing(int[][] labels) {
    this.labels = labels;
  }

  /** The borders in the order in which their first pixels come, row by row from the top left. */
  static List<Border> borders(BinaryDigit digit) {
    int[][] labels = new int[DigitImage.SIZE + 2][DigitImage.SIZE + 2];
    for (int y = 0; y < DigitImage.SIZE; y++) {
      for (int x = 0; x < DigitImage.SIZE; x++) {
        labels[y + 1][x + 1] = digit.ink(x, y) ? 1 : 0;
      }
    }
    BorderFollowing following = new BorderFollowing(labels);
    following.scan();
    return following.borders;
  }

  private void scan() {
    for (int y = 1; y <= DigitImage.SIZE; y++) {
      for (int x = 1; x <= DigitImage.SIZE; x++) {
        if (labels[y][x] == 1 && labels[y][x - 1] == 0) {
          follow(x, y, LEFT);
        } else if (labels[y][x] >= 1 && labels[y][x + 1] == 0) {
          follow(x, y, RIGHT);
        }
      }
    }
  }

  /** Follows the border that has paper on the given side of its first pixel. */
  private void follow(int startX, int startY, int side) {
    label++;
    int toLast = clockwise(startX, startY, side);
    if (toLast < 0) {
      labels[startY][startX] = -label;
      borders.add(Border.ofPixel(startX - 1, startY - 1));
      return;
    }
    int lastX = startX + DX[toLast];
    int lastY = startY + DY[toLast];
    Border.Builder chain = new Border.Builder();
    int x = startX;
    int y = startY;
    int back = toLast;
    while (true) {
      int code = anticlockwise(x, y, back);
      mark(x, y, back, code);
      chain.add(x - 1, y - 1, code);
      int nextX = x + DX[code];
      int nextY = y + DY[code];
      if (nextX == startX && nextY == startY && x == lastX && y == lastY) {
        borders.add(chain.close(side == RIGHT));
        return;
      }
      x = nextX;
      y = nextY;
      back = (code + 4) % 8;
    }
  }

  /** The first ink seen when turning clockwise from a direction that is paper; -1 if none. */
  private int clockwise(int x, int y, int from) {
    for (int turn = 1; turn < 8; turn++) {
      int code = (from - turn + 8) % 8;
      if (isInk(x, y, code)) {
        return code;
      }
    }
    return -1;
  }

  /** The first ink seen when turning anticlockwise from a direction that is ink, itself last. */
  private int anticlockwise(int x, int y, int from) {
    int code = (from + 1) % 8;
    while (!isInk(x, y, code)) {
      code = (code + 1) % 8;
    }
    return code;
  }

  /** Marks a pixel as followed; negative where the turn from {@code back} passed paper at right. */
  private void mark(int x, int y, int back, int code) {
    boolean passedRight = false;
    for (int at = (back + 1) % 8; at != code; at = (at + 1) % 8) {
      passedRight |= at == RIGHT;
    }
    if (passedRight) {
      labels[y][x] = -label;
    } else if (labels[y][x] == 1) {
      labels[y][x] = label;
    }
  }

  private boolean isInk(int x, int y, int code) {
    return labels[y + DY[code]][x + DX[code]] != 0;
  }
}
