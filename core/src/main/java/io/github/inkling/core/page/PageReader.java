package io.github.inkling.core.page;

import io.github.inkling.core.image.ColorImage;
import io.github.inkling.core.opencv.NativeScope;
import io.github.inkling.core.recognizer.DigitRecognizer;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.opencv.core.Core;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.MatOfPoint2f;
import org.opencv.core.Point;
import org.opencv.core.Scalar;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;

/** Reads photographed sheets. */
public final class PageReader {
  private static final int LONGEST_SIDE = 2000;

  /** Share of a digit's height by which its strokes may be broken. */
  private static final double BROKEN = 0.08;

  private final LineReader reader;
  private final PageSettings settings;

  /**
   * A reader.
   *
   * @param recognizer reads single digits
   * @param settings how pages are read
   */
  public PageReader(DigitRecognizer recognizer, PageSettings settings) {
    this.reader = new LineReader(recognizer);
    this.settings = settings;
  }

  /**
   * Reads a sheet.
   *
   * @param picture a photograph or scan of it
   * @return its lines of digits
   */
  public Page read(ColorImage picture) {
    return trace(picture).page();
  }

  /**
   * Reads a sheet and keeps what it looked like on the way.
   *
   * @param picture a photograph or scan of it
   * @return every stage, and the page
   */
  public PageTrace trace(ColorImage picture) {
    List<PageTrace.Stage> stages = new ArrayList<>();
    InkMap ink;
    Frame frame;
    try (NativeScope scope = new NativeScope()) {
      Mat rgb = reduced(picture, scope);
      frame =
          Frame.scaled(
              (double) rgb.cols() / picture.width(), (double) rgb.rows() / picture.height());
      Mat gray = scope.own(new Mat(), Mat::release);
      Imgproc.cvtColor(rgb, gray, Imgproc.COLOR_RGB2GRAY);
      stages.add(stage("grey", gray));
      Optional<SheetOutline> sheet = SheetFinder.find(gray);
      Mat mask =
          sheet.isPresent()
              ? SheetFinder.mask(sheet.get(), rgb.size(), scope)
              : scope.own(new Mat(rgb.size(), CvType.CV_8UC1, new Scalar(255)), Mat::release);
      if (sheet.isPresent() && settings.rectify() && sheet.get().corners().size() == 4) {
        double[] back = rectify(rgb, mask, sheet.get().corners(), scope);
        frame = frame.then(back);
      }
      Imgproc.GaussianBlur(
          rgb, rgb, new Size(3, 3), Math.max(rgb.cols(), rgb.rows()) > 900 ? 0.9 : 0.5);
      stages.add(stage("sheet", rgb));
      stages.add(stage("mask", mask));
      ink = Border.clear(Paper.remove(rgb, mask));
    }
    stages.add(stage("ink", ink));
    double angle = Ruling.angle(ink);
    if (!Double.isNaN(angle)) {
      if (Math.abs(angle) >= 0.2) {
        double[] back = new double[9];
        ink = Ruling.level(ink, angle, back);
        frame = frame.then(back);
      }
      Ruling.Removal removal = Ruling.remove(ink);
      stages.add(stage("ruling", new InkMap(ink.width(), ink.height(), removal.lines(), 0)));
      ink = removal.ink();
      stages.add(stage("without ruling", ink));
    }
    double rough = Pieces.roughHeight(Pieces.of(ink, Pieces.binarize(ink), 0));
    ink = Pieces.smooth(ink, rough);
    List<Piece> pieces = pieces(ink, rough);
    int quarters = settings.findRotation() ? Upright.quarters(pieces, reader, ink) : 0;
    if (quarters != 0) {
      frame = frame.turned(quarters, ink.width(), ink.height());
      ink = ink.turned(quarters);
      pieces = pieces(ink, rough);
    }
    double skew = Upright.skew(pieces, reader);
    if (Math.abs(skew) >= 1) {
      double[] back = new double[9];
      ink = Ruling.level(ink, skew, back);
      frame = frame.then(back);
      pieces = pieces(ink, rough);
    }
    stages.add(stage("binary", new InkMap(ink.width(), ink.height(), Pieces.binarize(ink), 0)));
    List<Line> lines = new ArrayList<>();
    List<Dropped> dropped = new ArrayList<>();
    List<Piece> loose = new ArrayList<>();
    List<Piece> candidates = candidates(pieces, loose, dropped, frame, picture);
    Frame last = frame;
    List<List<Reading>> read = new ArrayList<>();
    for (List<Piece> line : LineFinder.find(candidates, loose)) {
      read.add(reader.read(line));
    }
    List<Piece> unlike = new ArrayList<>();
    for (List<Reading> line : LineJudge.digits(read, unlike)) {
      List<PageDigit> digits = new ArrayList<>();
      for (Reading reading : line) {
        Box box = last.toPicture(reading.piece().box(), picture.width(), picture.height());
        digits.add(new PageDigit(box, reading.prediction()));
      }
      lines.add(new Line(digits));
    }
    for (Piece piece : unlike) {
      Box box = last.toPicture(piece.box(), picture.width(), picture.height());
      dropped.add(new Dropped(box, Dropped.Reason.UNLIKE_ANY_DIGIT));
    }
    Page page = new Page(picture.width(), picture.height(), 90 * quarters, lines, dropped);
    return new PageTrace(stages, page);
  }

  private List<Piece> candidates(
      List<Piece> pieces,
      List<Piece> loose,
      List<Dropped> dropped,
      Frame frame,
      ColorImage picture) {
    double height = Upright.digitHeight(pieces, reader);
    List<Piece> kept = new ArrayList<>();
    List<Piece> small = new ArrayList<>();
    for (Piece piece : pieces) {
      int larger = Math.max(piece.height(), piece.width());
      if (piece.height() > 3 * height || piece.width() > 15 * height) {
        drop(dropped, piece, Dropped.Reason.TOO_LARGE, frame, picture);
      } else if (larger < 0.45 * height || piece.area() < 0.012 * height * height) {
        small.add(piece);
      } else {
        kept.add(piece);
      }
    }
    for (Piece piece : small) {
      // A dot or a bar beside a digit may belong to it.
      boolean belongs =
          Math.max(piece.height(), piece.width()) >= 0.1 * height
              && kept.stream().anyMatch(other -> piece.gapTo(other) < 0.3 * height);
      if (belongs) {
        loose.add(piece);
      } else {
        drop(dropped, piece, Dropped.Reason.SPECK, frame, picture);
      }
    }
    return kept;
  }

  private static List<Piece> pieces(InkMap ink, double height) {
    return Pieces.of(ink, Pieces.binarize(ink), (int) Math.round(BROKEN * height));
  }

  private static void drop(
      List<Dropped> dropped, Piece piece, Dropped.Reason reason, Frame frame, ColorImage picture) {
    dropped.add(
        new Dropped(frame.toPicture(piece.box(), picture.width(), picture.height()), reason));
  }

  private static Mat reduced(ColorImage picture, NativeScope scope) {
    Mat rgb = scope.own(new Mat(picture.height(), picture.width(), CvType.CV_8UC3), Mat::release);
    int strip = Math.max(1, 1_000_000 / picture.width());
    for (int y = 0; y < picture.height(); y += strip) {
      rgb.put(y, 0, picture.rows(y, Math.min(strip, picture.height() - y)));
    }
    double scale = (double) LONGEST_SIDE / Math.max(picture.width(), picture.height());
    if (scale < 1) {
      Imgproc.resize(rgb, rgb, new Size(), scale, scale, Imgproc.INTER_AREA);
    } else if (scale > 2) {
      Imgproc.resize(rgb, rgb, new Size(), 2, 2, Imgproc.INTER_CUBIC);
    }
    return rgb;
  }

  private static double[] rectify(Mat rgb, Mat mask, List<Point> corners, NativeScope scope) {
    double width = Math.max(length(corners, 0, 1), length(corners, 3, 2));
    double height = Math.max(length(corners, 0, 3), length(corners, 1, 2));
    Size size = new Size(Math.round(width), Math.round(height));
    MatOfPoint2f from =
        scope.own(
            new MatOfPoint2f(
                new Point(0, 0),
                new Point(size.width - 1, 0),
                new Point(size.width - 1, size.height - 1),
                new Point(0, size.height - 1)),
            Mat::release);
    MatOfPoint2f to = scope.own(new MatOfPoint2f(corners.toArray(new Point[0])), Mat::release);
    Mat transform = scope.own(Imgproc.getPerspectiveTransform(from, to), Mat::release);
    double[] back = new double[9];
    transform.get(0, 0, back);
    int flags = Imgproc.INTER_LINEAR | Imgproc.WARP_INVERSE_MAP;
    Mat warped = scope.own(new Mat(), Mat::release);
    Imgproc.warpPerspective(
        rgb, warped, transform, size, flags, Core.BORDER_REPLICATE, new Scalar(0));
    warped.copyTo(rgb);
    Imgproc.warpPerspective(
        mask, warped, transform, size, flags, Core.BORDER_CONSTANT, new Scalar(0));
    warped.copyTo(mask);
    return back;
  }

  private static double length(List<Point> corners, int from, int to) {
    return Math.hypot(
        corners.get(to).x - corners.get(from).x, corners.get(to).y - corners.get(from).y);
  }

  private static PageTrace.Stage stage(String name, InkMap map) {
    try (NativeScope scope = new NativeScope()) {
      Mat mat = map.toMat(scope);
      Core.bitwise_not(mat, mat);
      return stage(name, mat);
    }
  }

  private static PageTrace.Stage stage(String name, Mat mat) {
    boolean color = mat.channels() == 3;
    byte[] pixels = new byte[mat.rows() * mat.cols() * mat.channels()];
    mat.get(0, 0, pixels);
    BufferedImage image = new BufferedImage(mat.cols(), mat.rows(), BufferedImage.TYPE_INT_RGB);
    for (int i = 0; i < mat.rows() * mat.cols(); i++) {
      int rgb =
          color
              ? (pixels[3 * i] & 0xff) << 16
                  | (pixels[3 * i + 1] & 0xff) << 8
                  | (pixels[3 * i + 2] & 0xff)
              : 0x010101 * (pixels[i] & 0xff);
      image.setRGB(i % mat.cols(), i / mat.cols(), rgb);
    }
    return new PageTrace.Stage(name, image);
  }
}
