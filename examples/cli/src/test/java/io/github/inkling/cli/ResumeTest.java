package io.github.inkling.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.inkling.core.model.Classifiers;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A training that is broken off and goes on. */
class ResumeTest {
  @TempDir private Path folder;
  private Path model;
  private Path checkpoint;
  private String data;

  @BeforeEach
  void writeDigits() throws IOException {
    data = SmallMnist.write(folder, "train", 0, 40);
    model = folder.resolve("m.inkling");
    checkpoint = folder.resolve("m.inkling.checkpoint");
    CountedEpochs.counted = 0;
  }

  @AfterEach
  void stopNoMore() {
    CountedEpochs.stopIn = Integer.MAX_VALUE;
  }

  @Test
  void whatWasBrokenOffGoesOnAndTidiesUp() {
    breakOff();
    assertThat(checkpoint).exists();
    assertThat(model).doesNotExist();
    assertThat(CountedEpochs.counted).isEqualTo(2);

    Invocation resumed = train("counted", "--resume");

    assertThat(resumed.exit()).as(resumed.err()).isZero();
    assertThat(CountedEpochs.counted).as("of four epochs").isEqualTo(4);
    assertThat(model).exists();
    assertThat(checkpoint).doesNotExist();
    assertThat(Invocation.of("info", "--model", model).out()).contains("counted:epochs=4");
  }

  @Test
  void aTrainingThatIsNotBrokenOffLeavesNoCheckpoint() {
    assertThat(train("counted").exit()).isZero();

    assertThat(model).exists();
    assertThat(checkpoint).doesNotExist();
  }

  @Test
  void aCheckpointIsNeitherOverwrittenNorTakenForAModel() {
    breakOff();

    assertThat(train("counted").errors())
        .containsExactly(
            "inkling: "
                + checkpoint
                + ": is the checkpoint of an interrupted training; go on with --resume, or delete"
                + " it");
    assertThat(Invocation.of("info", "--model", checkpoint).errors())
        .containsExactly(
            "inkling: "
                + checkpoint
                + ": the checkpoint of an interrupted training, not a model; finish the training"
                + " with the command that began it and --resume");
    assertThat(CountedEpochs.counted).isEqualTo(2);
  }

  @Test
  void whatDoesNotFitIsToldBeforeDigitsAreRead() throws IOException {
    breakOff();
    data = "folder:" + folder.resolve("nowhere");

    assertThat(train("counted:epochs=5", "--resume").errors())
        .singleElement()
        .asString()
        .contains("with classifier counted:epochs=4, not counted:epochs=5; ");
    assertThat(train("counted", "--resume", "--seed", 43).errors())
        .singleElement()
        .asString()
        .contains("with seed 42, not 43; ");
    assertThat(train("mlp", "--resume").errors())
        .containsExactly(
            "inkling: mlp keeps no checkpoints, so there is nothing to go on from; leave --resume"
                + " out");
    Files.delete(checkpoint);
    assertThat(train("counted", "--resume").errors())
        .containsExactly(
            "inkling: "
                + checkpoint
                + ": there is no such checkpoint to go on from; leave --resume out");
  }

  @Test
  void otherDigitsAreRefused() throws IOException {
    breakOff();
    data = SmallMnist.write(folder, "others", 40, 80);

    assertThat(train("counted", "--resume").errors())
        .singleElement()
        .asString()
        .startsWith("inkling: " + checkpoint + ": is the checkpoint of a training with dataHash ");
  }

  @Test
  void theFileOfTheCheckpointIsNoPlaceForAnother() {
    assertThat(train("counted", "--json", checkpoint).errors())
        .containsExactly("inkling: " + checkpoint + ": is named for two results; name two files");
    assertThat(train("knn", "--json", checkpoint).exit()).isZero();
  }

  @Test
  void whoEndsTheProcessIsToldHowToGoOnIfThereIsAWay() {
    StringWriter err = new StringWriter();
    Terminal terminal = Terminal.plain(new PrintWriter(new StringWriter()), new PrintWriter(err));
    ResumeHint hint = ResumeHint.on(terminal, Classifiers.trainer("counted"), checkpoint);

    hint.tell();
    assertThat(err.toString()).isEmpty();
    breakOff();
    hint.tell();
    hint.withdraw();

    assertThat(err.toString())
        .isEqualToNormalizingNewlines(
            "\ninkling: interrupted; to go on, repeat the command with --resume\n");
  }

  private void breakOff() {
    CountedEpochs.stopIn = 3;
    assertThat(train("counted").errors()).singleElement().asString().contains("stopped in epoch 3");
    CountedEpochs.stopIn = Integer.MAX_VALUE;
  }

  private Invocation train(String classifier, Object... more) {
    List<Object> arguments =
        new ArrayList<>(
            List.of("train", "--classifier", classifier, "--data", data, "--out", model));
    arguments.addAll(List.of(more));
    return Invocation.of(arguments.toArray());
  }
}
