package io.github.inkling.benchmark;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.inkling.benchmark.Report.Section;
import io.github.inkling.benchmark.rival.Rival;
import io.github.inkling.benchmark.rival.Rivals;
import io.github.inkling.benchmark.rival.SvmTask;
import io.github.inkling.core.model.PlainNumber;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** Inkling beside scikit-learn, on the same matrices. */
final class SklearnComparison {
  private static final double MICROS = 1e6;

  private final JsonNode theirs;
  private final LabeledMatrix training;
  private final LabeledMatrix questions;
  private final Race race;
  private final Console console;
  private final List<List<String>> rows = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();
  private final ObjectNode json = JsonNodeFactory.instance.objectNode();

  SklearnComparison(
      JsonNode theirs,
      LabeledMatrix training,
      LabeledMatrix questions,
      Effort effort,
      Console console) {
    this.theirs = theirs;
    this.training = training;
    this.questions = questions;
    this.race = new Race(training, questions, effort);
    this.console = console;
    json.set("sklearn", theirs);
    notes.add(
        "scikit-learn %s: SVC on one core, the others on %d threads; Inkling on all cores, its"
                .formatted(
                    theirs.path("sklearn").asText(),
                    theirs.path("settings").path("threads").asInt())
            + " probabilities and their calibration included");
  }

  void svm(SvmTask task) {
    console.say(task.toString());
    svm("SVM", "svm", Rivals.svm(task).get(0));
    svm("SVM in principal axes", "svmInPrincipalAxes", Rivals.svm(task).get(1));
  }

  private void svm(String name, String key, Rival<?> rival) {
    Outcome own = race.run(rival);
    JsonNode other = theirs.path("svm");
    row(name + " training s", median(other, "trainSeconds"), own.training().median());
    answers(name, other, own);
    describe(key, own);
  }

  void knn(int k, int[][] neighbors) {
    console.say("k-NN, k = " + k);
    Outcome own = race.run(Rivals.knn(k).get(0));
    answers("k-NN", theirs.path("knn"), own);
    ObjectNode node = describe("knn", own);
    Neighborhoods.Comparison same = new Neighborhoods(training, questions, k).compare(neighbors);
    notes.add(
        "k-NN: of %d digits %d have other neighbours; %d of these are ties within float rounding"
            .formatted(neighbors.length, same.different(), same.ties()));
    node.put("neighborsCompared", neighbors.length);
    node.put("neighborsDifferent", same.different());
    node.put("neighborsTied", same.ties());
  }

  void mlp(SklearnMlp settings) {
    console.say("MLP until %s wrong".formatted(PlainNumber.format(settings.target())));
    Optional<SklearnMlp.Reached> own = settings.search(training, questions, console);
    JsonNode other = theirs.path("mlp");
    ObjectNode node = json.putObject("mlp");
    node.put("target", settings.target());
    if (own.isPresent() && other.path("reached").asBoolean()) {
      row("MLP s until the target", other.path("seconds").asDouble(), own.get().seconds());
    }
    own.ifPresent(
        reached ->
            node.put("epochs", reached.epochs())
                .put("seconds", reached.seconds())
                .put("errors", reached.errors()));
    notes.add(
        "MLP, target %s wrong: scikit-learn %s; Inkling %s"
            .formatted(
                PlainNumber.format(settings.target()),
                other.path("reached").asBoolean()
                    ? "%d epochs, %d errors"
                        .formatted(other.path("epochs").asInt(), other.path("errors").asInt())
                    : "did not reach it in %d epochs".formatted(other.path("epochs").asInt()),
                own.map(r -> "a training of %d epochs, %d errors".formatted(r.epochs(), r.errors()))
                    .orElse("did not reach it in %d epochs".formatted(settings.mostEpochs()))));
  }

  Report report() {
    return new Report(
        "Beside scikit-learn: %,d digits to learn from, %,d to answer, %d features"
            .formatted(training.size(), questions.size(), training.features().columns()),
        List.of(
            new Section(
                "Inkling and scikit-learn",
                new Table(List.of("what", "scikit-learn", "Inkling", "times as fast"), rows),
                notes)),
        json);
  }

  private void answers(String name, JsonNode other, Outcome own) {
    row(
        name + " answer µs/digit",
        MICROS * median(other, "predictSeconds") / other.path("answered").asInt(),
        own.microsPerDigit());
    notes.add(
        "%s errors: scikit-learn %d of %d, Inkling %d of %d"
            .formatted(
                name,
                other.path("errors").asInt(),
                other.path("answered").asInt(),
                own.answers().differences(questions.labels()),
                own.answers().size()));
  }

  private void row(String what, double other, double own) {
    rows.add(
        List.of(what, Figures.number(other), Figures.number(own), Figures.number(other / own)));
    json.withObject("/ratios").put(what, other / own);
  }

  private ObjectNode describe(String name, Outcome own) {
    ObjectNode node = json.putObject(name);
    own.training().seconds().forEach(node.putArray("trainSeconds")::add);
    own.answering().seconds().forEach(node.putArray("predictSeconds")::add);
    node.put("answered", own.answers().size());
    node.put("errors", own.answers().differences(questions.labels()));
    return node;
  }

  private static double median(JsonNode other, String name) {
    if (other.path(name).isEmpty()) {
      throw new IllegalArgumentException(
          "scikit-learn's figures have no " + name + "; run compare.py again");
    }
    return new Timing(
            StreamSupport.stream(other.path(name).spliterator(), false)
                .map(JsonNode::asDouble)
                .toList())
        .median();
  }
}
