package io.github.inkling.classifiers.cnn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.inkling.core.image.DigitImage;
import io.github.inkling.core.model.Checkpoints;
import io.github.inkling.core.model.Classifier;
import io.github.inkling.core.model.ClassifierContract;
import io.github.inkling.core.model.Classifiers;
import io.github.inkling.core.model.ModelArray;
import io.github.inkling.core.model.ModelState;
import io.github.inkling.core.model.ProgressListener;
import io.github.inkling.core.model.Trainer;
import io.github.inkling.core.model.TrainingSet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResumedCnnTest {
  private static final long SEED = 3;

  @ParameterizedTest
  @CsvSource({
    "200, 'cnn:preset=lenet,epochs=4,batch=16,augment=false'",
    "200, 'cnn:preset=lenet,epochs=4,batch=16,augment=false,holdout=0.2,patience=2'",
    // Normalised layers have averages of their own to remember; fewer digits, as they take long.
    "40, 'cnn:preset=small,epochs=3,batch=16,augment=true,holdout=0.2'",
    // Stopped while one of them has two epochs behind it and others have less, or not begun.
    "100, 'cnn:layers=conv4x3/pool/dense16,columns=3,epochs=4,batch=16,augment=true'",
  })
  void whatGoesOnEqualsWhatWasNeverInterrupted(int count, String spec) {
    TrainingSet digits = ClassifierContract.digits(count, 1, DigitImage.PIXELS);
    Trainer trainer = Classifiers.trainer(spec);
    Classifier expected = trainer.train(digits, SEED, ProgressListener.NONE);
    Interrupting interrupting = new Interrupting();

    assertThatThrownBy(() -> trainer.train(digits, SEED, interrupting, ProgressListener.NONE))
        .hasMessage("stopped after 2 epochs");
    GoingOn goingOn = new GoingOn(interrupting.last);
    Classifier resumed = trainer.train(digits, SEED, goingOn, ProgressListener.NONE);

    assertThat(goingOn.kept).as("epochs after the second").isPositive();
    assertThat(content(resumed.state())).isEqualTo(content(expected.state()));
    assertThat(resumed.report()).isEqualTo(expected.report());
    assertThat(resumed.predict(digits.features())).isEqualTo(expected.predict(digits.features()));
  }

  /** One is at its end, one between, and one has not begun. */
  @Test
  void columnsGoOnFromWhereEachOfThemIs() {
    TrainingSet digits = ClassifierContract.digits(100, 1, DigitImage.PIXELS);
    Trainer trainer =
        Classifiers.trainer(
            "cnn:layers=conv4x3/pool/dense16,columns=3,epochs=4,batch=16,augment=false");
    Remembering all = new Remembering();
    Classifier expected = trainer.train(digits, SEED, all, ProgressListener.NONE);
    ModelState mixed =
        new ModelState("cnn", Map.of("columns", "3"), Map.of())
            .withPart("column0", all.of("column0", 4))
            .withPart("column1", all.of("column1", 2));

    Classifier resumed = trainer.train(digits, SEED, new GoingOn(mixed), ProgressListener.NONE);

    assertThat(content(resumed.state())).isEqualTo(content(expected.state()));
    assertThat(resumed.report()).isEqualTo(expected.report());
  }

  @Test
  void whatOneNetworkKeptIsRefusedBySeveral() {
    TrainingSet digits = ClassifierContract.digits(40, 1, DigitImage.PIXELS);
    String layers = "cnn:layers=pool/dense16,epochs=2,batch=16,augment=false";
    Remembering one = new Remembering();
    Classifiers.trainer(layers).train(digits, SEED, one, ProgressListener.NONE);
    GoingOn several = new GoingOn(one.states.get(0));

    assertThatThrownBy(
            () ->
                Classifiers.trainer(layers + ",columns=2")
                    .train(digits, SEED, several, ProgressListener.NONE))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("the checkpoint does not fit the training");
  }

  /** Goes on to the end, and forgets nothing. */
  private static final class Remembering implements Checkpoints {
    private final List<ModelState> states = new ArrayList<>();

    @Override
    public Optional<ModelState> latest() {
      return Optional.empty();
    }

    @Override
    public void keep(ModelState state) {
      states.add(state);
    }

    /** A column's state at the end of an epoch. */
    ModelState of(String column, int epoch) {
      return states.stream()
          .filter(state -> String.valueOf(epoch).equals(state.settings().get(column + "/epoch")))
          .findFirst()
          .orElseThrow()
          .part(column);
    }
  }

  private static Map<String, String> content(ModelState state) {
    Map<String, String> content = new TreeMap<>(state.settings());
    state.arrays().forEach((name, array) -> content.put("array " + name, text(array)));
    return content;
  }

  private static String text(ModelArray array) {
    return Arrays.toString(array.shape())
        + (array.values() instanceof float[] values
            ? Arrays.toString(values)
            : Arrays.toString((int[]) array.values()));
  }

  /** Ends the training when its second epoch is kept. */
  private static final class Interrupting implements Checkpoints {
    private ModelState last;

    @Override
    public Optional<ModelState> latest() {
      return Optional.empty();
    }

    @Override
    public void keep(ModelState state) {
      last = state;
      if (epochs(state) == 2) {
        throw new IllegalStateException("stopped after 2 epochs");
      }
    }
  }

  /** Of the column that has come the furthest. */
  private static int epochs(ModelState state) {
    return state.settings().entrySet().stream()
        .filter(setting -> setting.getKey().matches("(column\\d+/)?epoch"))
        .mapToInt(setting -> Integer.parseInt(setting.getValue()))
        .max()
        .orElseThrow();
  }

  private static final class GoingOn implements Checkpoints {
    private final ModelState begun;
    private int kept;

    GoingOn(ModelState begun) {
      this.begun = begun;
    }

    @Override
    public Optional<ModelState> latest() {
      return Optional.of(begun);
    }

    @Override
    public void keep(ModelState state) {
      kept++;
    }
  }
}
