package io.github.inkling.classifiers.ensemble;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.github.inkling.core.dataset.LabeledDigits;
import io.github.inkling.core.model.FeatureExtractor;
import io.github.inkling.core.model.Prediction;
import io.github.inkling.core.recognizer.DigitRecognizer;
import io.github.inkling.core.recognizer.Provenance;
import io.github.inkling.core.vision.NormalizerSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class EnsembleTest {
  private static final LabeledDigits TRAINING = Scribbles.of("scribbles", 60, 1);
  private static final LabeledDigits VALIDATION = Scribbles.of("more scribbles", 90, 2);
  private static final LabeledDigits UNSEEN = Scribbles.of("unseen", 60, 3);
  private static final DigitRecognizer BY_ROWS = train("centres", InkSums.rows(), TRAINING);
  private static final DigitRecognizer BY_COLUMNS = train("centres", InkSums.columns(), TRAINING);

  @ParameterizedTest
  @EnumSource(CombinationMethod.class)
  void whatIsLoadedFromOneFilePredictsTheSame(CombinationMethod method, @TempDir Path folder)
      throws IOException {
    Path file = folder.resolve("ensemble.inkling");
    DigitRecognizer ensemble =
        Ensemble.of(BY_ROWS, BY_COLUMNS).method(method).fit(VALIDATION).recognizer();
    ensemble.save(file);

    DigitRecognizer loaded = DigitRecognizer.load(file);

    assertThat(loaded.recognizeAll(UNSEEN.images()))
        .isEqualTo(ensemble.recognizeAll(UNSEEN.images()));
    assertThat(loaded.provenance()).isEqualTo(ensemble.provenance());
    assertThat(((EnsembleClassifier) loaded.classifier()).method()).isEqualTo(method);
    assertThat(((EnsembleClassifier) loaded.classifier()).weights())
        .isEqualTo(((EnsembleClassifier) ensemble.classifier()).weights());
  }

  /** The second route: the members' own answers, combined afterwards. */
  @Test
  void theAnswersAreTheMembersAnswersCombined() {
    DigitRecognizer ensemble = Ensemble.of(BY_ROWS, BY_COLUMNS).withEqualWeights();

    List<Prediction> answers = ensemble.recognizeAll(UNSEEN.images());

    MemberAnswers members =
        new MemberAnswers(
            List.of(
                BY_ROWS.recognizeAll(UNSEEN.images()), BY_COLUMNS.recognizeAll(UNSEEN.images())));
    for (int i = 0; i < UNSEEN.size(); i++) {
      double[] expected = new LogarithmicPool(new double[] {0.5, 0.5}).combine(members, i);
      assertThat(answers.get(i).probabilities()).containsExactly(expected, within(1e-12));
    }
  }

  @Test
  void featuresThatSeveralMembersUseAreComputedOnce() {
    InkSums shared = InkSums.rows();
    DigitRecognizer first = train("centres", shared, TRAINING);
    DigitRecognizer second = train("vague-centres", shared, TRAINING);
    Ensemble ensemble = Ensemble.of(first, BY_COLUMNS, second);
    int before = shared.seen();

    FittedEnsemble fitted = ensemble.fit(VALIDATION);

    assertThat(shared.seen() - before).isEqualTo(VALIDATION.size());
    assertThat(fitted.recognizer().features().spec()).isEqualTo("ink-rows+ink-columns");
    assertThat(fitted.recognizer().features().length()).isEqualTo(56);
  }

  @Test
  void scoresAreThoseOfEachMemberAloneAndOfAllTogether() {
    FittedEnsemble fitted = Ensemble.of(BY_ROWS, BY_COLUMNS).fit(VALIDATION);

    assertThat(fitted.members())
        .extracting(Score::errors)
        .containsExactly(errors(BY_ROWS), errors(BY_COLUMNS));
    assertThat(fitted.together().errors()).isEqualTo(errors(fitted.recognizer()));
    assertThat(fitted.together().digits()).isEqualTo(90);
  }

  @Test
  void theProvenanceTellsTheMembersAndTheValidationDigits() {
    DigitRecognizer others = train("vague-centres", InkSums.rows(), UNSEEN);

    Provenance provenance = Ensemble.of(BY_ROWS, others).fit(VALIDATION).recognizer().provenance();

    assertThat(provenance.trainer())
        .isEqualTo("ensemble:members=centres/vague-centres,method=pool");
    assertThat(provenance.data()).isEqualTo("scribbles + unseen");
    assertThat(provenance.samples()).isEqualTo(120);
    assertThat(provenance.classCounts()).startsWith(40, 40).hasSize(10);
    assertThat(provenance.dataHash()).hasSize(64).isNotEqualTo(TRAINING.contentHash());
    assertThat(provenance.report())
        .containsEntry("member 1", "centres on ink-rows")
        .containsEntry("member 2", "vague-centres on ink-rows")
        .containsEntry(
            "member 2 trained on", "unseen (SHA-256 " + UNSEEN.contentHash() + "), seed 42")
        .containsEntry(
            "validation data", "more scribbles (SHA-256 " + VALIDATION.contentHash() + ")")
        .containsEntry("validation digits", "90")
        .containsKeys("validation errors", "weight of member 1", "validation errors of member 2");
  }

  @Test
  void membersOfOneTrainingSetHaveItAsTheirs() {
    Provenance provenance = Ensemble.of(BY_ROWS, BY_COLUMNS).withEqualWeights().provenance();

    assertThat(provenance.data()).isEqualTo("scribbles");
    assertThat(provenance.dataHash()).isEqualTo(TRAINING.contentHash());
    assertThat(provenance.samples()).isEqualTo(60);
  }

  @Test
  void membersThatPreparePicturesDifferentlyAreRefusedNamingHow() {
    DigitRecognizer slanted =
        DigitRecognizer.trainer()
            .normalizer(NormalizerSettings.parse("deskew=false"))
            .features(InkSums.rows())
            .classifier("centres")
            .train(TRAINING);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> Ensemble.of(BY_ROWS, slanted))
        .withMessage(
            "member 1 (centres) prepares pictures with deskew=true, but member 2 (centres) with"
                + " deskew=false; train them with the same preprocessing");
  }

  @Test
  void digitsThatAMemberWasTrainedOnAreRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Ensemble.of(BY_ROWS, BY_COLUMNS).fit(TRAINING))
        .withMessageContaining("scribbles: member 1 (centres) was trained on these very digits");
  }

  @Test
  void oneMemberIsNoEnsemble() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Ensemble.of(BY_ROWS))
        .withMessage("the number of an ensemble's members must be in 2..100, not 1");
  }

  @Test
  void blankPicturesAreLeftOutOfTheFitAndStillRejected() {
    LabeledDigits withBlank = Scribbles.withBlank(VALIDATION);

    FittedEnsemble fitted = Ensemble.of(BY_ROWS, BY_COLUMNS).fit(withBlank);

    assertThat(fitted.together().digits()).isEqualTo(90);
    assertThat(fitted.recognizer().recognize(withBlank.image(90)).isDigit()).isFalse();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Ensemble.of(BY_ROWS, BY_COLUMNS).fit(withBlank.select(90)))
        .withMessage("more scribbles: there are no digits to compare on");
  }

  @Test
  void weightsCanBeTakenFromAnEnsembleOfTheSameKind() {
    DigitRecognizer fitted = Ensemble.of(BY_ROWS, BY_COLUMNS).fit(VALIDATION).recognizer();
    DigitRecognizer rows = train("centres", InkSums.rows(), UNSEEN);
    DigitRecognizer columns = train("centres", InkSums.columns(), UNSEEN);

    DigitRecognizer taken = Ensemble.of(rows, columns).withWeightsOf(fitted);

    assertThat(((EnsembleClassifier) taken.classifier()).weights())
        .isEqualTo(((EnsembleClassifier) fitted.classifier()).weights());
    assertThat(taken.provenance().report())
        .containsEntry(
            "weights of an ensemble on", "scribbles (SHA-256 " + TRAINING.contentHash() + ")")
        .containsKey("validation data");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Ensemble.of(rows, rows).withWeightsOf(fitted))
        .withMessageContaining("centres of features 28 to 55");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Ensemble.of(columns, rows).withWeightsOf(fitted))
        .withMessage(
            "the weights are those of members that see ink-rows+ink-columns, and not"
                + " ink-columns+ink-rows");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Ensemble.of(rows, columns).withWeightsOf(rows))
        .withMessage("weights can be taken of an ensemble, not of centres");
  }

  @Test
  void ensemblesMayBeMembersOfCascades(@TempDir Path folder) throws IOException {
    DigitRecognizer strong = Ensemble.of(BY_ROWS, BY_COLUMNS).fit(VALIDATION).recognizer();
    FittedCascade cascade = Cascade.of(BY_ROWS, strong).fit(UNSEEN);
    Path file = folder.resolve("cascade.inkling");
    cascade.recognizer().save(file);

    DigitRecognizer loaded = DigitRecognizer.load(file);

    assertThat(loaded.recognizeAll(VALIDATION.images()))
        .isEqualTo(cascade.recognizer().recognizeAll(VALIDATION.images()));
    assertThat(loaded.provenance().report())
        .containsEntry("strong member 1", "centres on ink-rows");
  }

  @Test
  void progressIsHeardOfEveryMember() {
    List<String> stages = new ArrayList<>();

    Ensemble.of(BY_ROWS, BY_COLUMNS)
        .progress(
            (stage, done, total) -> {
              if (done == total) {
                stages.add(stage);
              }
            })
        .fit(VALIDATION);

    assertThat(stages).contains("Extracting features", "Asking member 1", "Asking member 2");
  }

  static DigitRecognizer train(String classifier, FeatureExtractor features, LabeledDigits data) {
    return DigitRecognizer.trainer().features(features).classifier(classifier).train(data);
  }

  private static int errors(DigitRecognizer recognizer) {
    List<Prediction> answers = recognizer.recognizeAll(VALIDATION.images());
    return (int)
        IntStream.range(0, answers.size())
            .filter(i -> answers.get(i).label() != VALIDATION.label(i))
            .count();
  }
}
