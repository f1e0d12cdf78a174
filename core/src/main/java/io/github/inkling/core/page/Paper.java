package io.github.inkling.core.page;

import io.github.inkling.core.opencv.NativeScope;
import java.util.List;
import java.util.stream.IntStream;
import org.opencv.core.Core;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;

/**
 * Divides the paper out of a photograph, channel by channel: what is left is ink. The paper's light
 * is estimated by a morphological closing of a thumbnail, which paints strokes over and follows
 * gradients and the edges of shadows.
 */
final class Paper {
  /** The thumbnail's longer side. */
  private static final int THUMBNAIL = 256;

  /** Strokes up to this width of the thumbnail are painted over: 6 % of the picture. */
  private static final int WIDEST_STROKE = 17;

  private static final int SMOOTHING = 9;

  /** The channel that is most like luminance. */
  private static final int GREEN = 1;

  /** The level at which as much light comes back as from paper. Above it is room for noise. */
  private static final int PAPER = 200;

  private Paper() {}

  /**
   * Finds the ink.
   *
   * @param rgb 8-bit picture of three channels
   * @param sheet 255 where the sheet is, 0 beside it; ink is looked for on the sheet alone
   * @param stages see the paper's light
   */
  static InkMap remove(Mat rgb, Mat sheet, Stages stages) {
    List<byte[]> ratios =
        IntStream.range(0, rgb.channels())
            .parallel()
            .mapToObj(channel -> ratio(rgb, channel, channel == GREEN ? stages : Stages.none()))
            .toList();
    byte[] mask = new byte[rgb.rows() * rgb.cols()];
    sheet.get(0, 0, mask);
    byte[] light = darker(ratios);
    return LocalNoise.remove(ink(rgb.cols(), rgb.rows(), light, mask), light, mask);
  }

  /** How much light comes from each pixel, as a share of that from the paper around it. */
  private static byte[] ratio(Mat rgb, int channel, Stages stages) {
    try (NativeScope scope = new NativeScope()) {
      Mat plane = scope.own(new Mat(), Mat::release);
      Mat paper = scope.own(new Mat(), Mat::release);
      Core.extractChannel(rgb, plane, channel);
      estimate(plane, paper, scope);
      stages.see("background", paper);
      Core.divide(plane, paper, plane, PAPER, CvType.CV_8U);
      byte[] ratio = new byte[rgb.rows() * rgb.cols()];
      plane.get(0, 0, ratio);
      return ratio;
    }
  }

  private static void estimate(Mat plane, Mat paper, NativeScope scope) {
    double scale = (double) THUMBNAIL / Math.max(plane.rows(), plane.cols());
    Size small =
        new Size(
            Math.max(1, Math.round(plane.cols() * scale)),
            Math.max(1, Math.round(plane.rows() * scale)));
    Mat thumbnail = scope.own(new Mat(), Mat::release);
    Imgproc.resize(plane, thumbnail, small, 0, 0, Imgproc.INTER_AREA);
    Mat disc = StructuringElements.disc(WIDEST_STROKE, scope);
    Imgproc.morphologyEx(thumbnail, thumbnail, Imgproc.MORPH_CLOSE, disc);
    Imgproc.medianBlur(thumbnail, thumbnail, SMOOTHING);
    Imgproc.resize(thumbnail, paper, plane.size(), 0, 0, Imgproc.INTER_LINEAR);
  }

  /**
   * Coloured ink leaves one channel as bright as paper, so the mean of the two darker ones counts;
   * the darkest alone would be the noisiest.
   */
  private static byte[] darker(List<byte[]> channels) {
    byte[] a = channels.get(0);
    byte[] b = channels.get(1);
    byte[] c = channels.get(2);
    byte[] light = new byte[a.length];
    for (int i = 0; i < light.length; i++) {
      int x = a[i] & 0xff;
      int y = b[i] & 0xff;
      int z = c[i] & 0xff;
      light[i] = (byte) ((x + y + z - Math.max(x, Math.max(y, z))) / 2);
    }
    return light;
  }

  private static InkMap ink(int width, int height, byte[] light, byte[] sheet) {
    int[] histogram = new int[256];
    for (int i = 0; i < light.length; i++) {
      if (sheet[i] != 0) {
        histogram[light[i] & 0xff]++;
      }
    }
    int paper = Math.max(1, quantile(histogram, 0.5));
    // The upper half is noise alone, the lower has the ink in it.
    double noise = Math.max(0.5, quantile(histogram, 0.84) - paper);
    byte[] levels = new byte[light.length];
    for (int i = 0; i < light.length; i++) {
      int missing = Math.max(0, paper - (light[i] & 0xff));
      levels[i] = (byte) (sheet[i] == 0 ? 0 : missing * 255 / paper);
    }
    return new InkMap(width, height, levels, noise * 255 / paper);
  }

  private static int quantile(int[] histogram, double share) {
    long total = 0;
    for (int count : histogram) {
      total += count;
    }
    long seen = 0;
    for (int level = 0; level < histogram.length; level++) {
      seen += histogram[level];
      if (seen > share * total) {
        return level;
      }
    }
    return histogram.length - 1;
  }
}
