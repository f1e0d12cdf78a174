package io.github.inkling.benchmark;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.inkling.benchmark.Report.Section;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** Lays out costs against numbers of digits. */
final class ScalingReport {
  private static final String VECTORS = "support vectors";
  private static final List<String> HEADER =
      List.of(
          "digits",
          "training s",
          "answer µs/digit",
          "peak memory MB",
          VECTORS,
          "errors",
          "of digits");

  private final List<Curve> curves;

  ScalingReport(List<Curve> curves) {
    this.curves = List.copyOf(curves);
  }

  /**
   * One classifier's costs.
   *
   * @param classifier as it was named
   * @param points by ascending numbers of digits
   */
  record Curve(String classifier, List<ScalingPoint> points) {
    PowerLaw law(ToDoubleFunction<ScalingPoint> cost) {
      return PowerLaw.fit(
          points.stream()
              .map(point -> new PowerLaw.Point(point.digits(), cost.applyAsDouble(point)))
              .toList());
    }
  }

  Report report() {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    ArrayNode array = json.putArray("curves");
    List<Section> sections = new ArrayList<>();
    for (Curve curve : curves) {
      double training = curve.law(ScalingPoint::trainSeconds).exponent();
      double answering = curve.law(ScalingPoint::microsPerDigit).exponent();
      sections.add(section(curve, training, answering));
      ObjectNode node = array.addObject();
      node.put("classifier", curve.classifier());
      node.put("trainExponent", training);
      node.put("predictExponent", answering);
      ArrayNode points = node.putArray("points");
      curve.points().forEach(point -> points.add(point.json()));
    }
    return new Report("Cost against the number of training digits", sections, json);
  }

  private static Section section(Curve curve, double training, double answering) {
    List<String> notes = new ArrayList<>();
    notes.add(
        "training grows with digits^%s, an answer with digits^%s (least squares of the logarithms)"
            .formatted(Figures.number(training), Figures.number(answering)));
    curve.points().stream()
        .filter(point -> point.copies() > 0)
        .forEach(
            point ->
                notes.add(
                    "%,d digits: %,d pictures and %d changed copies of each"
                        .formatted(
                            point.digits(),
                            point.digits() / (point.copies() + 1),
                            point.copies())));
    return new Section(
        curve.classifier(),
        new Table(HEADER, curve.points().stream().map(ScalingReport::row).toList()),
        notes);
  }

  private static List<String> row(ScalingPoint point) {
    return List.of(
        String.valueOf(point.digits()),
        Figures.number(point.trainSeconds()),
        Figures.number(point.microsPerDigit()),
        point.peakMegabytes() == 0 ? "" : String.valueOf(point.peakMegabytes()),
        point.figures().getOrDefault(VECTORS, ""),
        String.valueOf(point.errors()),
        String.valueOf(point.answered()));
  }
}
