package io.github.inkling.cli;

import io.github.inkling.core.model.RiskCoverageCurve.Point;
import io.github.inkling.core.recognizer.RejectionRule;
import io.github.inkling.core.recognizer.RiskCalibration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What there is to know about a model's rejection. */
final class RejectionCard {
  private static final double[] ACCEPTED_ERRORS = {0.005, 0.002, 0.001, 0.0005};
  private static final double PERCENT = 100;

  private RejectionCard() {}

  static List<String> lines(RejectionRule rule) {
    RiskCalibration calibration = rule.calibration();
    List<String> lines = new ArrayList<>();
    lines.add(
        format(
            "of what is less probably a digit than %.4f%s",
            rule.floor(),
            rule.leastProbability() > 0
                ? format(", and of labels below %.4f", rule.leastProbability())
                : ""));
    rule.acceptedError()
        .ifPresent(share -> lines.add(format("accepted error %s %%", percent(share))));
    lines.add("calibrated on " + calibration.data());
    lines.add(format("%,d digits (SHA-256 %.12s)", calibration.samples(), calibration.dataHash()));
    for (double share : ACCEPTED_ERRORS) {
      promised(calibration, share)
          .ifPresent(
              point ->
                  lines.add(
                      format(
                          "for %s %% wrong, answers %.2f %%, probability from %.4f",
                          percent(share),
                          PERCENT * point.accepted() / calibration.samples(),
                          point.threshold())));
    }
    return lines;
  }

  private static Optional<Point> promised(RiskCalibration calibration, double share) {
    try {
      return Optional.of(calibration.at(share));
    } catch (IllegalArgumentException e) {
      // So few digits cannot promise it: there is nothing to tell.
      return Optional.empty();
    }
  }

  private static String percent(double share) {
    return format("%.3g", PERCENT * share).replaceAll("0+$", "").replaceAll("\\.$", "");
  }

  private static String format(String pattern, Object... arguments) {
    return String.format(Locale.ROOT, pattern, arguments);
  }
}
