package io.github.inkling.features;

import io.github.inkling.core.image.DigitImage;
import io.github.inkling.core.model.ComponentSpec;
import io.github.inkling.core.model.FeatureExtractor;
import io.github.inkling.core.model.FeatureExtractorProvider;
import io.github.inkling.core.opencv.NativeScope;
import io.github.inkling.core.vision.Edges;
import java.util.List;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.imgproc.Imgproc;

/**
 * A histogram of edge directions in each zone of a grid, from the 3 x 3 gradient of Sobel or the
 * edges of Canny (thresholds {@link Edges#CANNY_LOW} and {@link Edges#CANNY_HIGH}).
 *
 * <p>Features: zone by zone, row by row from the top left; in each the directions of the gradient,
 * the first where ink increases to the right, then clockwise. A value is the square root of the
 * zone's mean of the gradient's magnitude (1 is a straight edge between paper and full ink), or
 * with Canny of its share of edge pixels: 0 to about 1.
 */
public final class EdgeFeatures implements FeatureExtractor {
  private static final float FULL_STEP = 4 * 255;

  private final EdgeSettings settings;
  private final ZoneGrid grid;
  private final DirectionVotes votes;
  private final int length;

  /**
   * Makes an extractor.
   *
   * @param settings how the histograms are made
   */
  public EdgeFeatures(EdgeSettings settings) {
    this.settings = settings;
    this.grid = new ZoneGrid(settings.grid(), true);
    this.votes = new DirectionVotes(grid, settings.bins(), true);
    this.length = settings.grid().zones() * settings.bins();
  }

  @Override
  public String spec() {
    return settings.spec();
  }

  @Override
  public int length() {
    return length;
  }

  @Override
  public void extract(List<DigitImage> digits, float[] rows) {
    Blocks.forEach(digits, (block, first) -> extractBlock(block, rows, first * length));
  }

  private void extractBlock(List<DigitImage> digits, float[] rows, int from) {
    try (NativeScope scope = new NativeScope()) {
      Mat sheet = DigitSheet.of(digits, scope);
      Mat horizontal = scope.own(new Mat(), Mat::release);
      Mat vertical = scope.own(new Mat(), Mat::release);
      Imgproc.Sobel(sheet, horizontal, CvType.CV_16S, 1, 0);
      Imgproc.Sobel(sheet, vertical, CvType.CV_16S, 0, 1);
      short[] dx = new short[digits.size() * DigitSheet.TILE * DigitSheet.TILE];
      short[] dy = new short[dx.length];
      horizontal.get(0, 0, dx);
      vertical.get(0, 0, dy);
      byte[] edges = null;
      if (settings.operator() == EdgeOperator.CANNY) {
        Mat map = scope.own(new Mat(), Mat::release);
        Imgproc.Canny(horizontal, vertical, map, Edges.CANNY_LOW, Edges.CANNY_HIGH, true);
        edges = new byte[dx.length];
        map.get(0, 0, edges);
      }
      for (int digit = 0; digit < digits.size(); digit++) {
        vote(digit, dx, dy, edges, rows, from + digit * length);
      }
      for (int i = from; i < from + digits.size() * length; i++) {
        rows[i] = (float) Math.sqrt(rows[i] / grid.zoneArea());
      }
    }
  }

  private void vote(int digit, short[] dx, short[] dy, byte[] edges, float[] rows, int from) {
    for (int y = 0; y < DigitImage.SIZE; y++) {
      for (int x = 0; x < DigitImage.SIZE; x++) {
        int at = DigitSheet.offset(digit, x, y);
        boolean isEdge = edges == null ? dx[at] != 0 || dy[at] != 0 : edges[at] != 0;
        if (isEdge) {
          float magnitude = edges == null ? (float) Math.hypot(dx[at], dy[at]) / FULL_STEP : 1;
          votes.add(x, y, dx[at], dy[at], magnitude, rows, from, settings.bins());
        }
      }
    }
  }

  /** Makes {@code edges}. */
  public static final class Provider implements FeatureExtractorProvider {
    /** Called by {@link java.util.ServiceLoader}. */
    public Provider() {}

    @Override
    public String name() {
      return "edges";
    }

    @Override
    public FeatureExtractor create(ComponentSpec spec) {
      return new EdgeFeatures(EdgeSettings.parse(spec));
    }
  }
}
