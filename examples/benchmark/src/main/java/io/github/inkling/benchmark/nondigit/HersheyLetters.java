package io.github.inkling.benchmark.nondigit;

import io.github.inkling.core.image.GrayImage;
import io.github.inkling.core.opencv.NativeScope;
import java.util.List;
import java.util.Random;
import org.opencv.core.Core;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Point;
import org.opencv.core.Scalar;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;

/** Single letters in OpenCV's stroke fonts, dark on light, sheared and blurred. */
final class HersheyLetters {
  static final String UNLIKE_DIGITS = "ACEFHJKLMNPRTUVWXYacdefhkmnprtuvwx";
  static final String LIKE_DIGITS = "OoDQIiljZzSsBbGgqy";

  static final List<Integer> LEARNED =
      List.of(
          Imgproc.FONT_HERSHEY_PLAIN,
          Imgproc.FONT_HERSHEY_COMPLEX,
          Imgproc.FONT_HERSHEY_SCRIPT_SIMPLEX);
  static final List<Integer> OTHERS =
      List.of(
          Imgproc.FONT_HERSHEY_SIMPLEX,
          Imgproc.FONT_HERSHEY_DUPLEX,
          Imgproc.FONT_HERSHEY_TRIPLEX,
          Imgproc.FONT_HERSHEY_COMPLEX_SMALL,
          Imgproc.FONT_HERSHEY_SCRIPT_COMPLEX,
          Imgproc.FONT_HERSHEY_SIMPLEX | Imgproc.FONT_ITALIC,
          Imgproc.FONT_HERSHEY_COMPLEX | Imgproc.FONT_ITALIC,
          Imgproc.FONT_HERSHEY_TRIPLEX | Imgproc.FONT_ITALIC);
  static final List<Integer> ALL =
      java.util.stream.Stream.concat(LEARNED.stream(), OTHERS.stream()).toList();

  private static final int SIDE = 160;

  private HersheyLetters() {}

  static GrayImage draw(Random random, List<Integer> faces, String letters) {
    String letter = String.valueOf(letters.charAt(random.nextInt(letters.length())));
    int face = faces.get(random.nextInt(faces.size()));
    int thickness = 2 + random.nextInt(9);
    double shear = 0.6 * random.nextDouble() - 0.3;
    double blur = 0.5 + 2.5 * random.nextDouble();
    int side = 28 + random.nextInt(53);
    try (NativeScope scope = new NativeScope()) {
      Mat page = scope.own(new Mat(SIDE, SIDE, CvType.CV_8UC1, new Scalar(235)), Mat::release);
      double scale = Imgproc.getFontScaleFromHeight(face, 70, 1);
      Size size = Imgproc.getTextSize(letter, face, scale, thickness, new int[1]);
      Point origin = new Point((SIDE - size.width) / 2, (SIDE + size.height) / 2);
      Imgproc.putText(
          page, letter, origin, face, scale, new Scalar(40), thickness, Imgproc.LINE_AA);
      Mat matrix = scope.own(new Mat(2, 3, CvType.CV_64FC1), Mat::release);
      matrix.put(0, 0, 1, shear, -shear * SIDE / 2, 0, 1, 0);
      Mat sheared = scope.own(new Mat(), Mat::release);
      Imgproc.warpAffine(
          page,
          sheared,
          matrix,
          page.size(),
          Imgproc.INTER_LINEAR,
          Core.BORDER_CONSTANT,
          new Scalar(235));
      Imgproc.GaussianBlur(sheared, sheared, new Size(0, 0), blur);
      Mat small = scope.own(new Mat(), Mat::release);
      Imgproc.resize(sheared, small, new Size(side, side), 0, 0, Imgproc.INTER_AREA);
      byte[] pixels = new byte[side * side];
      small.get(0, 0, pixels);
      return GrayImage.of(side, side, pixels);
    }
  }
}
