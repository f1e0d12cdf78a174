package io.github.inkling.classifiers.ensemble;

import io.github.inkling.core.dataset.LabeledDigits;
import io.github.inkling.core.model.ComponentSpec;
import io.github.inkling.core.model.ConcatenatedFeatures;
import io.github.inkling.core.model.FeatureExtractor;
import io.github.inkling.core.model.FeatureMatrix;
import io.github.inkling.core.model.Prediction;
import io.github.inkling.core.model.ProgressListener;
import io.github.inkling.core.model.WeightedFeatures;
import io.github.inkling.core.recognizer.DigitRecognizer;
import io.github.inkling.core.recognizer.Preparation;
import io.github.inkling.core.recognizer.Preparation.Prepared;
import io.github.inkling.core.vision.NormalizerSettings;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Recognizers that shall become one: what all of them need is prepared once, and each finds its
 * features in it. Features of the same name are computed once.
 */
final class JointRecognizers {
  private static final int BATCH = 2048;

  private final List<DigitRecognizer> recognizers;
  private final List<String> names;
  private final Preparation preparation;
  private final List<Member> members;

  /**
   * Joins recognizers.
   *
   * @param recognizers at least one
   * @param names what to call them in errors, one each
   * @throws IllegalArgumentException if they prepare pictures differently
   */
  JointRecognizers(List<DigitRecognizer> recognizers, List<String> names) {
    requireSamePreprocessing(recognizers, names);
    Map<String, Integer> columns = new LinkedHashMap<>();
    List<WeightedFeatures> parts = new ArrayList<>();
    List<Member> found = new ArrayList<>();
    int width = 0;
    for (DigitRecognizer recognizer : recognizers) {
      FeatureExtractor features = recognizer.features();
      Integer first = columns.putIfAbsent(features.spec(), width);
      if (first == null) {
        parts.add(new WeightedFeatures(1, features));
        first = width;
        width += features.length();
      }
      found.add(new Member(recognizer.classifier(), first));
    }
    FeatureExtractor union =
        parts.size() == 1 ? parts.get(0).extractor() : new ConcatenatedFeatures(parts);
    this.recognizers = List.copyOf(recognizers);
    this.names = List.copyOf(names);
    this.preparation = new Preparation(recognizers.get(0).normalizer(), union);
    this.members = List.copyOf(found);
  }

  List<DigitRecognizer> recognizers() {
    return recognizers;
  }

  List<String> names() {
    return names;
  }

  Preparation preparation() {
    return preparation;
  }

  List<Member> members() {
    return members;
  }

  /** Number of features in all. */
  int features() {
    return preparation.features().length();
  }

  /**
   * What the members say of digits that none of them has seen. Blank pictures are left out, as no
   * classifier is asked about them.
   *
   * @throws IllegalArgumentException if there is no digit, or a member was trained on these
   */
  Validation answer(LabeledDigits digits, ProgressListener progress) {
    requireUnseen(digits);
    Prepared prepared = preparation.prepare(digits.images(), progress);
    int[] inked =
        IntStream.range(0, digits.size())
            .filter(i -> !prepared.digits().get(i).isBlank())
            .toArray();
    if (inked.length == 0) {
      throw new IllegalArgumentException(digits.name() + ": there are no digits to compare on");
    }
    List<List<Prediction>> answers = new ArrayList<>();
    for (int m = 0; m < members.size(); m++) {
      answers.add(answer(m, prepared.features(), inked, progress));
    }
    int[] labels = IntStream.of(inked).map(digits::label).toArray();
    return new Validation(
        digits,
        fittedOn(digits),
        new JudgedAnswers(new MemberAnswers(answers), labels),
        prepared.seconds());
  }

  private List<Prediction> answer(
      int m, FeatureMatrix features, int[] rows, ProgressListener progress) {
    String stage = "Asking " + names.get(m);
    List<Prediction> answers = new ArrayList<>(rows.length);
    progress.progress(stage, 0, rows.length);
    for (int from = 0; from < rows.length; from += BATCH) {
      int[] batch = IntStream.of(rows).skip(from).limit(BATCH).toArray();
      answers.addAll(members.get(m).predict(features.select(batch)));
      progress.progress(stage, answers.size(), rows.length);
    }
    return answers;
  }

  private void requireUnseen(LabeledDigits digits) {
    String hash = digits.contentHash();
    for (int m = 0; m < recognizers.size(); m++) {
      if (SeenDigits.areTrainedOn(recognizers.get(m).provenance(), hash)) {
        throw new IllegalArgumentException(
            "%s: %s was trained on these very digits, which says nothing of how good it is on others; give digits that no member has seen"
                .formatted(digits.name(), named(recognizers, names, m)));
      }
    }
  }

  private List<String> fittedOn(LabeledDigits digits) {
    String hash = digits.contentHash();
    return IntStream.range(0, recognizers.size())
        .filter(m -> SeenDigits.areFittedOn(recognizers.get(m).provenance(), hash))
        .mapToObj(names::get)
        .toList();
  }

  private static void requireSamePreprocessing(
      List<DigitRecognizer> recognizers, List<String> names) {
    NormalizerSettings first = recognizers.get(0).normalizer().settings();
    for (int m = 1; m < recognizers.size(); m++) {
      NormalizerSettings other = recognizers.get(m).normalizer().settings();
      if (!other.equals(first)) {
        throw new IllegalArgumentException(
            "%s prepares pictures with %s, but %s with %s; train them with the same preprocessing"
                .formatted(
                    named(recognizers, names, 0),
                    differences(first, other),
                    named(recognizers, names, m),
                    differences(other, first)));
      }
    }
  }

  private static String named(List<DigitRecognizer> recognizers, List<String> names, int m) {
    return "%s (%s)".formatted(names.get(m), recognizers.get(m).provenance().trainer());
  }

  private static String differences(NormalizerSettings settings, NormalizerSettings other) {
    Map<String, String> own = new LinkedHashMap<>(settings.toMap());
    own.entrySet().removeAll(other.toMap().entrySet());
    return ComponentSpec.join(own);
  }
}
