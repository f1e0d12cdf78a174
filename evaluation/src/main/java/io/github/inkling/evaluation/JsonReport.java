package io.github.inkling.evaluation;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.inkling.core.model.RiskCoverageCurve;
import java.io.IOException;
import java.util.OptionalDouble;

/**
 * A report as JSON, for programs. Proportions are numbers in 0..1, never NaN; what is undefined is
 * {@code null}. Keys come in a fixed order:
 *
 * <ul>
 *   <li>{@code data}, {@code dataHash}: name and content hash of the data set
 *   <li>{@code samples}, {@code errors}, {@code rejected}: counts; errors are digits answered with
 *       another digit, rejected ones not among them
 *   <li>{@code accuracy}, {@code accuracyInterval}: proportion answered rightly, and its 95 %
 *       Wilson interval as {@code [lower, upper]}
 *   <li>{@code macroPrecision}, {@code macroRecall}, {@code macroF1}: see {@link
 *       EvaluationReport#macro}
 *   <li>{@code weightedPrecision}, {@code weightedRecall}, {@code weightedF1}: see {@link
 *       EvaluationReport#weighted}
 *   <li>{@code perClass}: ten objects of {@code digit}, {@code precision}, {@code recall}, {@code
 *       f1}, {@code support}, {@code answered}, {@code rejected}, {@code rocAuc} (see {@link
 *       RocCurve#auc}) and {@code averagePrecision} (see {@link
 *       PrecisionRecallCurve#averagePrecision}), which are {@code null} of a digit that is not in
 *       the data or alone in it
 *   <li>{@code confusion}: 10 x 10 counts, rows are the truth, columns the answer
 *   <li>{@code aurc}: area under the risk-coverage curve, see {@link RiskCoverageCurve#aurc}
 *   <li>{@code riskCoverage}: at most {@value #MOST_POINTS} points of the curve by falling {@code
 *       threshold} of the label's probability, each with the {@code coverage} and the {@code risk}
 *       of accepting what reaches it
 *   <li>{@code featureSeconds}, {@code predictSeconds}: preprocessing and features, and the
 *       classifier alone
 *   <li>{@code undefined}: the digits whose {@code precision}, {@code recall} or {@code f1} is
 *       {@code null}, three arrays by these names
 *   <li>{@code kappa}: Cohen's, see {@link EvaluationReport#kappa}; {@code null} if undefined
 *   <li>{@code logLoss}, {@code brier}: see {@link ProbabilityMetrics}
 *   <li>{@code topK}: {@value #MOST_PROBABLE} shares of pictures whose true digit is the most
 *       probable one, one of the two most probable, and so on
 *   <li>{@code ece}, {@code mce}: expected and maximum calibration error, see {@link
 *       ReliabilityDiagram}; {@code null} if every picture was rejected
 *   <li>{@code reliability}: the bins of the label's probability from {@code lower} (exclusive) to
 *       {@code upper}, each with the {@code count} of answers, their mean probability {@code
 *       confidence} and their {@code accuracy}; both {@code null} in an empty bin
 * </ul>
 */
public final class JsonReport {
  /** The most points of a curve: enough to draw it. */
  public static final int MOST_POINTS = 200;

  /** How many shares {@code topK} has. */
  public static final int MOST_PROBABLE = 5;

  private static final ObjectWriter WRITER =
      new ObjectMapper()
          .writer(
              new DefaultPrettyPrinter()
                  .withArrayIndenter(new ElementsOnOneLine())
                  .withObjectIndenter(new ElementsOnOneLine()));

  private JsonReport() {}

  /**
   * The report as a tree, to which a caller may add keys of its own.
   *
   * @param report the report
   * @return a new object
   */
  public static ObjectNode tree(EvaluationReport report) {
    WilsonInterval interval = report.accuracyInterval();
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("data", report.data());
    json.put("dataHash", report.dataHash());
    json.put("samples", report.samples());
    json.put("errors", report.errors());
    json.put("rejected", report.rejected());
    json.put("accuracy", report.accuracy());
    json.putArray("accuracyInterval").add(interval.lower()).add(interval.upper());
    putAverages(json, "macro", report.macro());
    putAverages(json, "weighted", report.weighted());
    putPerClass(json.putArray("perClass"), report);
    putConfusion(json.putArray("confusion"), report.confusion());
    json.put("aurc", report.curve().aurc());
    putCurve(json.putArray("riskCoverage"), report.curve());
    json.put("featureSeconds", report.featureSeconds());
    json.put("predictSeconds", report.predictSeconds());
    putUndefined(json.putObject("undefined"), report.undefined());
    put(json, "kappa", report.kappa());
    putProbabilities(json, report.probabilities());
    putReliability(json, report.reliability());
    return json;
  }

  /**
   * The report as text.
   *
   * @param report the report
   * @return JSON of many lines, the last one ended too
   */
  public static String render(EvaluationReport report) {
    return render(tree(report));
  }

  /**
   * A tree as text, laid out as reports are: a line per class and a line per row of the matrix.
   *
   * @param tree what {@link #tree} returned, with or without further keys
   * @return JSON of many lines, the last one ended too
   */
  public static String render(ObjectNode tree) {
    try {
      return WRITER.writeValueAsString(tree) + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("not a tree of plain values: " + e.getMessage(), e);
    }
  }

  private static void putAverages(ObjectNode json, String prefix, Averages averages) {
    json.put(prefix + "Precision", averages.precision());
    json.put(prefix + "Recall", averages.recall());
    json.put(prefix + "F1", averages.f1());
  }

  private static void putPerClass(ArrayNode classes, EvaluationReport report) {
    for (ClassMetrics metrics : report.perClass()) {
      ObjectNode json = classes.addObject().put("digit", metrics.digit());
      put(json, "precision", metrics.precision());
      put(json, "recall", metrics.recall());
      put(json, "f1", metrics.f1());
      json.put("support", metrics.support())
          .put("answered", metrics.answered())
          .put("rejected", report.confusion().rejected(metrics.digit()));
      put(json, "rocAuc", report.rocCurve(metrics.digit()).auc());
      put(
          json,
          "averagePrecision",
          report.precisionRecallCurve(metrics.digit()).averagePrecision());
    }
  }

  private static void putUndefined(ObjectNode json, UndefinedMetrics undefined) {
    undefined.precision().forEach(json.putArray("precision")::add);
    undefined.recall().forEach(json.putArray("recall")::add);
    undefined.f1().forEach(json.putArray("f1")::add);
  }

  private static void putProbabilities(ObjectNode json, ProbabilityMetrics metrics) {
    json.put("logLoss", metrics.logLoss());
    json.put("brier", metrics.brierScore());
    ArrayNode shares = json.putArray("topK");
    for (int k = 1; k <= MOST_PROBABLE; k++) {
      shares.add(metrics.topAccuracy(k));
    }
  }

  private static void putReliability(ObjectNode json, ReliabilityDiagram reliability) {
    put(json, "ece", reliability.ece());
    put(json, "mce", reliability.mce());
    ArrayNode bins = json.putArray("reliability");
    for (ReliabilityDiagram.Bin bin : reliability.bins()) {
      ObjectNode of =
          bins.addObject()
              .put("lower", bin.lower())
              .put("upper", bin.upper())
              .put("count", bin.count());
      put(of, "confidence", bin.confidence());
      put(of, "accuracy", bin.accuracy());
    }
  }

  private static void put(ObjectNode json, String key, OptionalDouble value) {
    if (value.isPresent()) {
      json.put(key, value.getAsDouble());
    } else {
      json.putNull(key);
    }
  }

  private static void putConfusion(ArrayNode rows, ConfusionMatrix confusion) {
    for (int[] counts : confusion.counts()) {
      ArrayNode row = rows.addArray();
      for (int count : counts) {
        row.add(count);
      }
    }
  }

  private static void putCurve(ArrayNode points, RiskCoverageCurve curve) {
    for (RiskCoverageCurve.Point point : curve.points(MOST_POINTS)) {
      points
          .addObject()
          .put("threshold", point.threshold())
          .put("coverage", curve.coverage(point))
          .put("risk", point.risk());
    }
  }

  /** Breaks lines everywhere but within the elements of an array. */
  private static final class ElementsOnOneLine implements DefaultPrettyPrinter.Indenter {
    // A line feed on every system, so that the same report is the same file.
    private static final DefaultIndenter LINES = new DefaultIndenter("  ", "\n");

    @Override
    public void writeIndentation(JsonGenerator json, int level) throws IOException {
      JsonStreamContext parent = json.getOutputContext().getParent();
      if (parent != null && parent.inArray()) {
        json.writeRaw(' ');
      } else {
        LINES.writeIndentation(json, level);
      }
    }

    @Override
    public boolean isInline() {
      return false;
    }
  }
}
