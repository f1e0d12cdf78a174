package io.github.inkling.core.page;

/** How much of each pixel of a sheet is covered by ink. */
final class InkLayer {
  final int width;
  final int height;
  final float[] coverage;

  InkLayer(int width, int height) {
    this.width = width;
    this.height = height;
    this.coverage = new float[width * height];
  }

  /** Writes a glyph; what lies beyond the sheet is lost. */
  void write(Glyph glyph, int left, int top) {
    for (int y = Math.max(0, -top); y < Math.min(glyph.height(), height - top); y++) {
      for (int x = Math.max(0, -left); x < Math.min(glyph.width(), width - left); x++) {
        add(left + x, top + y, glyph.at(x, y));
      }
    }
  }

  /** Drops a blot. */
  void blot(double centerX, double centerY, double radius) {
    int reach = (int) Math.ceil(radius) + 1;
    for (int y = (int) centerY - reach; y <= centerY + reach; y++) {
      for (int x = (int) centerX - reach; x <= centerX + reach; x++) {
        if (x >= 0 && y >= 0 && x < width && y < height) {
          double outside = Math.hypot(x - centerX, y - centerY) - radius;
          add(x, y, (float) Math.max(0, Math.min(1, 0.5 - outside)));
        }
      }
    }
  }

  private void add(int x, int y, float more) {
    int at = y * width + x;
    coverage[at] = Math.max(coverage[at], more);
  }
}
