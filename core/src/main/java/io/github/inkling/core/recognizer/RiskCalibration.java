package io.github.inkling.core.recognizer;

import io.github.inkling.core.model.ModelArray;
import io.github.inkling.core.model.ModelState;
import io.github.inkling.core.model.RiskCoverageCurve;
import io.github.inkling.core.model.RiskCoverageCurve.Point;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Which probability of a label promises which share of errors: the risk-coverage curve of digits
 * that nobody trained on. Immutable.
 *
 * <p>A promise counts one error more than there was among one digit more: {@code (errors + 1) /
 * (accepted + 1)}, as in conformal risk control (Angelopoulos, Bates, Fisch, Lei and Schuster, ICLR
 * 2024). So few digits promise little: none of 99 digits wrong makes for 1 %, not for 0.
 *
 * <p>Of the curve only its corners are kept, the points before the next error: between two of them
 * risk falls as coverage grows, so nobody would stop there.
 */
public final class RiskCalibration {
  private static final String THRESHOLDS = "thresholds";
  private static final String ACCEPTED = "accepted";
  private static final String ERRORS = "errors";
  private static final double PERCENT = 100;

  /** That of no digits, which promises nothing. */
  static final RiskCalibration NONE = new RiskCalibration("", "", 0, List.of());

  private final String data;
  private final String dataHash;
  private final int samples;
  private final List<Point> corners;

  private RiskCalibration(String data, String dataHash, int samples, List<Point> corners) {
    this.data = data;
    this.dataHash = dataHash;
    this.samples = samples;
    this.corners = List.copyOf(corners);
  }

  /**
   * Keeps the corners of a curve.
   *
   * @param data name of the digits
   * @param dataHash hash of their content
   * @param curve how they were answered, of at least one digit
   */
  static RiskCalibration of(String data, String dataHash, RiskCoverageCurve curve) {
    List<Point> points = curve.points();
    List<Point> corners = new ArrayList<>();
    for (int i = 0; i < points.size(); i++) {
      Point point = points.get(i);
      if (i + 1 == points.size()) {
        // Nothing that was answered stands below it.
        corners.add(new Point(0, point.accepted(), point.errors()));
      } else if (points.get(i + 1).errors() > point.errors()) {
        // Halfway to the next, so that the rounding of a batch does not decide.
        double next = points.get(i + 1).threshold();
        double middle = next + (point.threshold() - next) / 2;
        corners.add(
            new Point(
                middle > next ? middle : point.threshold(), point.accepted(), point.errors()));
      }
    }
    return new RiskCalibration(data, dataHash, curve.samples(), corners);
  }

  /**
   * Name of the digits.
   *
   * @return such as {@code "mnist:validation"}
   */
  public String data() {
    return data;
  }

  /**
   * Hash of the digits' content.
   *
   * @return {@link io.github.inkling.core.dataset.LabeledDigits#contentHash()} of them
   */
  public String dataHash() {
    return dataHash;
  }

  /**
   * Number of digits.
   *
   * @return at least 1
   */
  public int samples() {
    return samples;
  }

  /**
   * The threshold that accepts the most digits of those that keep a promise.
   *
   * @param acceptedError the largest share of accepted digits that may be wrong, above 0 and below
   *     1
   * @return the least probability of a label to accept, with what was accepted and wrong in
   *     calibration
   * @throws IllegalArgumentException if the share is out of range, or the digits cannot promise it,
   *     with the smallest share that they can
   */
  public Point at(double acceptedError) {
    if (!(acceptedError > 0 && acceptedError < 1)) {
      throw new IllegalArgumentException(
          "the accepted error must be above 0 and below 1, not " + acceptedError);
    }
    return corners.stream()
        .filter(corner -> promised(corner) <= acceptedError)
        .reduce((first, next) -> next)
        .orElseThrow(() -> unkept(acceptedError));
  }

  /** The share of errors that a corner stands for. */
  private static double promised(Point corner) {
    return (corner.errors() + 1.0) / (corner.accepted() + 1.0);
  }

  private IllegalArgumentException unkept(double acceptedError) {
    double least = corners.stream().mapToDouble(RiskCalibration::promised).min().orElse(1);
    return new IllegalArgumentException(
        String.format(
            Locale.ROOT,
            "an accepted error of %.6g %% is less than the %,d digits of %s can promise; ask for at"
                + " least %.6g %%, or calibrate on more digits",
            PERCENT * acceptedError,
            samples,
            data,
            Math.ceil(PERCENT * least * 1e5) / 1e5));
  }

  /** Settings and arrays for a model file. */
  ModelState state() {
    Map<String, String> settings = new LinkedHashMap<>();
    settings.put("data", data);
    settings.put("dataHash", dataHash);
    settings.put("samples", String.valueOf(samples));
    int count = corners.size();
    Map<String, ModelArray> arrays = new LinkedHashMap<>();
    arrays.put(
        THRESHOLDS, ModelArray.of(corners.stream().mapToDouble(Point::threshold).toArray(), count));
    arrays.put(
        ACCEPTED, ModelArray.of(corners.stream().mapToInt(Point::accepted).toArray(), count));
    arrays.put(ERRORS, ModelArray.of(corners.stream().mapToInt(Point::errors).toArray(), count));
    return new ModelState("calibration", settings, arrays);
  }

  /**
   * Reads what {@link #state} wrote.
   *
   * @throws IllegalArgumentException if something is missing, out of range or out of order
   */
  static RiskCalibration restore(ModelState state) {
    int samples = state.integer("samples");
    int count = state.shape(THRESHOLDS).length == 0 ? 0 : state.shape(THRESHOLDS)[0];
    double[] thresholds = state.doubles(THRESHOLDS, count);
    int[] accepted = state.ints(ACCEPTED, count);
    int[] errors = state.ints(ERRORS, count);
    List<Point> corners = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Point corner = new Point(thresholds[i], accepted[i], errors[i]);
      Point before = i == 0 ? null : corners.get(i - 1);
      boolean inOrder =
          before == null
              || (corner.threshold() < before.threshold()
                  && corner.accepted() > before.accepted()
                  && corner.errors() > before.errors());
      if (!inOrder || corner.accepted() > samples) {
        throw new IllegalArgumentException(
            "the calibration's point %d (%s) does not follow from %s among %d digits"
                .formatted(i, corner, before, samples));
      }
      corners.add(corner);
    }
    return new RiskCalibration(state.text("data"), state.text("dataHash"), samples, corners);
  }
}
