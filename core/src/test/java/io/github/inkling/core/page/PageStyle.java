package io.github.inkling.core.page;

/**
 * What a made-up page looks like: as here, a clean sheet that was scanned well. {@link
 * PageDistortion} changes what it is about. Lengths are in pixels of a sheet 1200 pixels wide;
 * {@link #scale} enlarges all of them.
 */
final class PageStyle {
  static final int WIDTH = 1200;
  static final int HEIGHT = 1600;

  // The digits
  double scale = 1;
  double smallestDigit = 45;
  double largestDigit = 85;

  /** How many times larger the largest line may be than the smallest of the same page. */
  double sizeRatio = 1.15;

  /** Width of the strokes as a share of what was written. */
  double pen = 1;

  int columns = 1;

  /** The share of digits that touch the one before; -1 is one in every line. */
  double touching;

  /** The share of digits with a gap cut through. */
  double broken;

  /** The share of lines with a word beside the digits. */
  double words;

  // Ink and paper: the share of red, green and blue light that each lets through or gives back
  float[] ink = {0.11f, 0.11f, 0.15f};
  float[] paper = {0.965f, 0.96f, 0.945f};

  /** Whether the ink covers the paper, as chalk does, and does not let its light through. */
  boolean opaque;

  /** How uneven the ink is: 0 even, 1 like a soft pencil. */
  double roughness = 0.15;

  /** Standard deviation of the paper's texture, as a share of white. */
  double grain = 0.006;

  /** Distance of the printed lines; none if 0. */
  double ruling;

  boolean squared;

  /** The share of light that printed lines take away. */
  double rulingDarkness;

  int specks;
  int smudges;

  // Where the camera stands
  double rotation;
  int quarterTurns;

  /** How far the sheet's corners are from a rectangle, as a share of the picture's width. */
  double perspective;

  /** The share of the picture's width that the table takes on each side; no table if 0. */
  double table;

  /** How bright the table is: 0 black, 1 white. */
  double tableBrightness = 0.25;

  // Light and lens
  double shading;
  double shadow;
  double shadowSoftness = 8;

  /** Radius of the circle that a point becomes. */
  double defocus;

  /** Length of the line that a point becomes. */
  double motion;

  /** Standard deviation, as a share of white. */
  double noise = 0.005;

  /** Quality of the JPEG file that the picture has been; none if 0. */
  int jpeg;
}
