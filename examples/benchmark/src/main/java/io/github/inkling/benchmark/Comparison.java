package io.github.inkling.benchmark;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.inkling.benchmark.Report.Section;
import java.util.ArrayList;
import java.util.List;

/** Lays out what libraries came to, as ratios to the first, which is Inkling. */
final class Comparison {
  private static final List<String> HEADER =
      List.of(
          "library",
          "training s",
          "x Inkling",
          "answer µs/digit",
          "x Inkling",
          "errors",
          "other labels",
          "of digits");

  /** Seconds below which there is no training to speak of: k-NN keeps its digits as they are. */
  private static final double SHORTEST_TRAINING = 0.1;

  private final LabeledMatrix training;
  private final LabeledMatrix questions;
  private final List<Section> sections = new ArrayList<>();
  private final ObjectNode json = JsonNodeFactory.instance.objectNode();

  Comparison(LabeledMatrix training, LabeledMatrix questions) {
    this.training = training;
    this.questions = questions;
    json.put("trainingData", training.name());
    json.put("trainingDigits", training.size());
    json.put("data", questions.name());
    json.put("digits", questions.size());
    json.put("features", training.features().columns());
    json.putObject("tasks");
  }

  void add(Task task, List<Outcome> outcomes) {
    List<List<String>> rows = outcomes.stream().map(one -> row(one, outcomes.get(0))).toList();
    List<String> notes = new ArrayList<>();
    for (Outcome outcome : outcomes) {
      notes.add(outcome.library() + ": " + outcome.how() + note(outcome));
    }
    sections.add(new Section(task.description(), new Table(HEADER, rows), notes));
    ObjectNode node = json.withObject("/tasks/" + task.name());
    node.put("settings", task.description());
    ArrayNode libraries = node.putArray("libraries");
    outcomes.forEach(outcome -> describe(outcome, outcomes.get(0), libraries.addObject()));
  }

  Report report() {
    return new Report(
        "Side by side: %,d digits of %s to learn from, %,d of %s to answer, %d features"
            .formatted(
                training.size(),
                training.name(),
                questions.size(),
                questions.name(),
                training.features().columns()),
        sections,
        json);
  }

  private List<String> row(Outcome outcome, Outcome inkling) {
    return List.of(
        outcome.library(),
        Figures.number(outcome.training().median()),
        trainingRatio(outcome, inkling),
        Figures.number(outcome.microsPerDigit()),
        Figures.number(outcome.microsPerDigit() / inkling.microsPerDigit()),
        String.valueOf(errors(outcome)),
        String.valueOf(outcome.answers().differences(inkling.answers())),
        String.valueOf(outcome.answers().size()));
  }

  private static String trainingRatio(Outcome outcome, Outcome inkling) {
    return inkling.training().median() < SHORTEST_TRAINING
        ? ""
        : Figures.number(outcome.training().median() / inkling.training().median());
  }

  private String note(Outcome outcome) {
    String repetitions =
        "; medians of %d trainings and %d times the answers"
            .formatted(outcome.training().seconds().size(), outcome.answering().seconds().size());
    return outcome.answers().size() == questions.size()
        ? repetitions
        : repetitions
            + "; too slow for all, it answered the first %d digits alone"
                .formatted(outcome.answers().size());
  }

  private void describe(Outcome outcome, Outcome inkling, ObjectNode node) {
    node.put("library", outcome.library());
    node.put("how", outcome.how());
    outcome.training().seconds().forEach(node.putArray("trainSeconds")::add);
    node.put("trainSecondsMedian", outcome.training().median());
    node.put("trainRatio", outcome.training().median() / inkling.training().median());
    node.put("answered", outcome.answers().size());
    outcome.answering().seconds().forEach(node.putArray("predictSeconds")::add);
    node.put("microsPerDigit", outcome.microsPerDigit());
    node.put("predictRatio", outcome.microsPerDigit() / inkling.microsPerDigit());
    node.put("errors", errors(outcome));
    node.put("labelsUnlikeInkling", outcome.answers().differences(inkling.answers()));
  }

  private int errors(Outcome outcome) {
    return outcome.answers().differences(questions.labels());
  }
}
