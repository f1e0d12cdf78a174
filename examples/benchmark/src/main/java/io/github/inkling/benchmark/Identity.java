package io.github.inkling.benchmark;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.inkling.benchmark.Report.Section;
import io.github.inkling.benchmark.rival.SmileMachines;
import io.github.inkling.classifiers.smile.SvmClassifier;
import io.github.inkling.core.model.FeatureMatrix;
import io.github.inkling.core.model.Prediction;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Compares the answers of an SVM, which come from matrix products in floats, with those of Smile's
 * own {@code predict} on the same machines, decision by decision.
 */
final class Identity {
  private final SvmClassifier fast;
  private final SmileMachines slow;
  private final LabeledMatrix questions;

  Identity(SvmClassifier fast, LabeledMatrix questions) {
    this.fast = fast;
    this.slow = SmileMachines.of(fast.state());
    this.questions = questions;
  }

  /**
   * What Smile says of one digit.
   *
   * @param decisions by {@code SVM.score}, one per pair of classes
   * @param vote label by {@code OneVersusOne.predict(x)}
   * @param mostProbable label by {@code OneVersusOne.predict(x, posteriori)}
   */
  private record Slow(List<Double> decisions, int vote, int mostProbable) {}

  /** A digit of which the two ways do not say the same. */
  private record Difference(String what, int digit, String inkling, String smile, double margin) {}

  Report report() {
    FeatureMatrix digits = questions.features();
    double[][] decisions = fast.decisions(digits);
    List<Prediction> predictions = fast.predict(digits);
    List<Slow> slows =
        IntStream.range(0, digits.rows()).parallel().mapToObj(row -> slow(digits, row)).toList();
    List<Difference> signs = new ArrayList<>();
    List<Difference> labels = new ArrayList<>();
    int votes = 0;
    double largest = 0;
    for (int row = 0; row < slows.size(); row++) {
      Slow smile = slows.get(row);
      for (int m = 0; m < decisions[row].length; m++) {
        double own = decisions[row][m];
        double other = smile.decisions.get(m);
        largest = Math.max(largest, Math.abs(own - other));
        if ((own > 0) != (other > 0)) {
          signs.add(
              new Difference(
                  "decision " + m,
                  row,
                  String.valueOf(own),
                  String.valueOf(other),
                  Math.min(Math.abs(own), Math.abs(other))));
        }
      }
      Prediction prediction = predictions.get(row);
      if (prediction.label() != smile.mostProbable) {
        labels.add(difference(row, prediction, smile.mostProbable));
      }
      votes += prediction.label() == smile.vote ? 0 : 1;
    }
    return layOut(decisions[0].length, signs, labels, votes, largest);
  }

  private Slow slow(FeatureMatrix digits, int row) {
    double[] digit = new double[digits.columns()];
    for (int column = 0; column < digit.length; column++) {
      digit[column] = digits.at(row, column);
    }
    return new Slow(
        Arrays.stream(slow.decisions(digit)).boxed().toList(),
        slow.vote(digit),
        slow.mostProbable(digit));
  }

  private static Difference difference(int row, Prediction prediction, int smile) {
    double margin = prediction.probability(prediction.label()) - prediction.probability(smile);
    return new Difference(
        "label", row, String.valueOf(prediction.label()), String.valueOf(smile), margin);
  }

  private Report layOut(
      int pairs, List<Difference> signs, List<Difference> labels, int votes, double largest) {
    int digits = questions.size();
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("data", questions.name());
    json.put("digits", digits);
    json.put("decisions", (long) digits * pairs);
    json.put("largestDecisionDifference", largest);
    json.put("decisionSignsThatDiffer", signs.size());
    json.put("labelsThatDiffer", labels.size());
    json.put("labelsUnlikeTheVote", votes);
    List<Difference> all = new ArrayList<>(labels);
    all.addAll(signs);
    ArrayNode array = json.putArray("differences");
    all.forEach(
        difference ->
            array
                .addObject()
                .put("what", difference.what)
                .put("digit", difference.digit)
                .put("inkling", difference.inkling)
                .put("smile", difference.smile)
                .put("margin", difference.margin));
    List<Section> sections = new ArrayList<>();
    sections.add(
        new Section(
            "Counts",
            new Table(
                List.of("what", "compared", "differ"),
                List.of(
                    row("label, most probable class", digits, labels.size()),
                    row("sign of a decision", (long) digits * pairs, signs.size()),
                    row("label against the vote of the same machines", digits, votes))),
            List.of(
                "largest difference of two decision values: " + largest,
                "a vote is another rule than the most probable class, so the last line is no"
                    + " matter of rounding")));
    if (!all.isEmpty()) {
      sections.add(
          new Section(
              "Differences, with their margins",
              new Table(
                  List.of("what", "digit", "Inkling", "Smile", "margin"),
                  all.stream().map(Identity::row).toList()),
              List.of()));
    }
    return new Report(
        "Inkling's SVM beside Smile's own predict on the same machines, %,d digits of %s"
            .formatted(digits, questions.name()),
        sections,
        json);
  }

  private static List<String> row(String what, long compared, int differ) {
    return List.of(what, String.valueOf(compared), String.valueOf(differ));
  }

  private static List<String> row(Difference difference) {
    return List.of(
        difference.what,
        String.valueOf(difference.digit),
        difference.inkling,
        difference.smile,
        String.valueOf(difference.margin));
  }
}
