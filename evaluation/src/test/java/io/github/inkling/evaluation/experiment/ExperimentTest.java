package io.github.inkling.evaluation.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.inkling.core.dataset.LabeledDigits;
import io.github.inkling.core.image.DigitImage;
import io.github.inkling.core.model.Classifier;
import io.github.inkling.core.model.FeatureExtractor;
import io.github.inkling.core.model.ProgressListener;
import io.github.inkling.core.model.Trainer;
import io.github.inkling.core.model.TrainingSet;
import io.github.inkling.core.recognizer.DigitRecognizer;
import io.github.inkling.core.recognizer.InkPerRow;
import io.github.inkling.core.recognizer.NearestMean;
import io.github.inkling.evaluation.EvaluationReport;
import io.github.inkling.evaluation.JsonReport;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExperimentTest {
  private static final LabeledDigits TRAINING = StripedDigits.of(120, 4, 5, 1);
  private static final LabeledDigits TEST = StripedDigits.of(80, 4, 5, 2);
  private static final LabeledDigits HARD =
      new LabeledDigits("hard", StripedDigits.of(40, 4, 8, 3).images(), labels(40));
  private static final Protocol PROTOCOL =
      new Protocol(List.of(42L, 43L), 3, List.of(20, 60, 500), 8, 5, 10);

  @TempDir Path folder;

  @Test
  void everyCellIsWhatItsRecognizerGivesAlone() throws IOException {
    Leaderboard board = experiment().run(ExperimentListener.NONE);

    assertThat(board.cells()).hasSize(4);
    assertThat(board.failures()).isEmpty();
    Cell cell = board.cells().get(1);
    assertThat(cell.configuration().name()).isEqualTo("ink-per-row, nearest-digit");
    DigitRecognizer alone =
        DigitRecognizer.trainer()
            .features(new InkPerRow())
            .classifier(new NearestDigit())
            .train(TRAINING);
    for (int test = 0; test < 2; test++) {
      LabeledDigits digits = List.of(TEST, HARD).get(test);
      EvaluationReport report = EvaluationReport.of(alone, digits, ProgressListener.NONE);
      assertThat(cell.report(test).answers()).isEqualTo(report.answers());
      assertThat(cell.report(test).dataHash()).isEqualTo(digits.contentHash());
    }
    assertThat(cell.runs()).extracting(Run::seed).containsExactly(42L, 43L);
  }

  @Test
  void whatTheProtocolWantsIsMeasured() throws IOException {
    Cell cell = experiment().run(ExperimentListener.NONE).cells().get(1);

    assertThat(cell.crossValidation().orElseThrow().folds()).hasSize(3);
    assertThat(cell.learningCurve())
        .extracting(LearningPoint::trained)
        .as("the whole set is the last point; there are fewer digits than 500")
        .containsExactly(20, 60, 120);
    assertThat(cell.learningCurve().get(2).wrong())
        .isEqualTo(cell.report().answers().wrong().length);
    assertThat(cell.robustness().orElseThrow().digits()).isEqualTo(8);
    assertThat(cell.neighbors()).hasSize(Math.min(10, cell.report().answers().wrong().length));
    assertThat(cell.neighbors()).isNotEmpty().allMatch(of -> of.nearest().size() == 3);
    assertThat(cell.cost().modelBytes()).as("nobody can save this classifier").isEmpty();
    assertThat(cell.cost().p50Micros()).isPositive().isLessThanOrEqualTo(cell.cost().p99Micros());
    assertThat(cell.cost().digitsPerSecond()).isPositive();
  }

  @Test
  void whatIsNotWantedIsNotMeasured() throws IOException {
    Cell cell =
        experiment()
            .protocol(new Protocol(List.of(1L), 0, List.of(), 0, 1, 0))
            .run(ExperimentListener.NONE)
            .cells()
            .get(0);

    assertThat(cell.runs()).hasSize(1);
    assertThat(cell.crossValidation()).isEmpty();
    assertThat(cell.learningCurve()).isEmpty();
    assertThat(cell.robustness()).isEmpty();
    assertThat(cell.neighbors()).isEmpty();
  }

  @Test
  void featuresAreComputedOncePerSetOfFeatures() throws IOException {
    AtomicInteger described = new AtomicInteger();
    Experiment.on(TRAINING, List.of(TEST))
        .features(new Counting(described))
        .classifiers(new NearestDigit(), named("other", new NearestDigit()))
        .protocol(new Protocol(List.of(1L), 3, List.of(20), 0, 1, 0))
        .run(ExperimentListener.NONE);

    // The timing of single digits describes them one by one, of course.
    assertThat(described.get()).isEqualTo(TRAINING.size() + TEST.size());
  }

  @Test
  void aFailingCellIsReportedAndTheOthersGoOn() throws IOException {
    Recording heard = new Recording();
    Leaderboard board =
        Experiment.on(TRAINING, List.of(TEST))
            .features(new InkPerRow(), new Broken())
            .classifiers(new Failing(), new NearestDigit())
            .protocol(PROTOCOL)
            .run(heard);

    assertThat(board.cells())
        .extracting(c -> c.configuration().name())
        .containsExactly("ink-per-row, nearest-digit");
    assertThat(board.failures())
        .extracting(f -> f.configuration().name() + ": " + f.reason())
        .containsExactly(
            "ink-per-row, failing: no convergence after 3 steps",
            "broken, failing: feature 0 of digit 0 is NaN; features must be finite",
            "broken, nearest-digit: feature 0 of digit 0 is NaN; features must be finite");
    assertThat(heard.events)
        .containsExactly(
            "started 1/4",
            "failed",
            "started 2/4",
            "finished",
            "started 3/4",
            "failed",
            "started 4/4",
            "failed");
  }

  @Test
  void finishedCellsAreKept() throws IOException {
    NearestDigit trainer = new NearestDigit();
    Recording first = new Recording();
    Leaderboard measured = experiment(trainer).keepIn(folder).run(first);
    int trainings = trainer.trained.size();
    Recording second = new Recording();

    Leaderboard kept = experiment(trainer).keepIn(folder).run(second);

    assertThat(trainer.trained).hasSize(trainings);
    assertThat(first.events).contains("finished").doesNotContain("kept");
    assertThat(second.events).contains("kept").doesNotContain("finished");
    assertThat(kept).isEqualTo(measured);
    assertThat(JsonLeaderboard.render(kept)).isEqualTo(JsonLeaderboard.render(measured));
  }

  @Test
  void otherDigitsOtherSettingsAndOtherProtocolsAreMeasuredAnew() throws IOException {
    experiment().keepIn(folder).run(ExperimentListener.NONE);
    Recording otherTest = new Recording();
    Recording otherProtocol = new Recording();
    Recording otherPreprocessing = new Recording();

    Experiment.on(TRAINING, List.of(HARD))
        .features(new InkPerRow())
        .classifiers(new NearestDigit())
        .protocol(PROTOCOL)
        .keepIn(folder)
        .run(otherTest);
    experiment().protocol(PROTOCOL.withFolds(0)).keepIn(folder).run(otherProtocol);
    experiment().preprocessing("deskew=false").keepIn(folder).run(otherPreprocessing);

    assertThat(otherTest.events).doesNotContain("kept");
    assertThat(otherProtocol.events).doesNotContain("kept");
    assertThat(otherPreprocessing.events).doesNotContain("kept");
  }

  @Test
  void aDamagedCellIsMeasuredAgainAndThatIsSaid() throws IOException {
    Experiment experiment =
        Experiment.on(TRAINING, List.of(TEST))
            .features(new InkPerRow())
            .classifiers(new NearestDigit())
            .protocol(PROTOCOL)
            .keepIn(folder);
    Leaderboard measured = experiment.run(ExperimentListener.NONE);

    for (String file : List.of("cell.json", "answers-run2-test1.csv.gz", "key.txt", "SHA256SUMS")) {
      Path damaged = onlyFile(folder).resolve(file);
      byte[] content = Files.readAllBytes(damaged);
      content[content.length / 2] ^= 1;
      Files.write(damaged, content);
      Recording heard = new Recording();

      Leaderboard again = experiment.run(heard);

      assertThat(heard.events).as(file).containsExactly("started 1/1", "damaged", "finished");
      assertThat(heard.reason).contains(folder.toString());
      assertThat(withoutCost(again)).isEqualTo(withoutCost(measured));
    }
    Files.delete(onlyFile(folder).resolve("cell.json"));
    Recording heard = new Recording();
    experiment.run(heard);
    assertThat(heard.events).containsExactly("started 1/1", "damaged", "finished");
  }

  @Test
  void aFolderThatIsAFileIsToldBeforeAnyTraining() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "mine");
    NearestDigit trainer = new NearestDigit();

    assertThatThrownBy(() -> experiment(trainer).keepIn(file).run(ExperimentListener.NONE))
        .isInstanceOf(IOException.class)
        .hasMessage(file + ": is a file; name a folder to keep finished cells in");
    assertThat(file).hasContent("mine");
    assertThat(trainer.trained).isEmpty();
  }

  @Test
  void aCellThatCannotBeKeptIsInTheLeaderboardAllTheSame() throws IOException {
    Path place = folder.resolve("cells");
    Recording heard = new Recording();
    heard.whenFinished =
        () -> {
          try {
            Files.deleteIfExists(place);
            Files.writeString(place, "in the way");
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        };
    Leaderboard board =
        Experiment.on(TRAINING, List.of(TEST))
            .features(new InkPerRow())
            .classifiers(new NearestDigit())
            .protocol(PROTOCOL)
            .keepIn(place)
            .run(heard);

    assertThat(board.cells()).hasSize(1);
    assertThat(heard.events).containsExactly("started 1/1", "finished", "unkept");
    assertThat(heard.reason).contains("cannot be kept", "free some space");
  }

  @Test
  void runsAtTheSameTimeKeepTheSameCellsWithoutQuarrel() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(4);
    List<Future<Leaderboard>> runs = new ArrayList<>();
    Recording[] heard = new Recording[8];
    for (int i = 0; i < heard.length; i++) {
      Recording recording = new Recording();
      heard[i] = recording;
      runs.add(threads.submit(() -> experiment().keepIn(folder).run(recording)));
    }
    for (Future<Leaderboard> run : runs) {
      assertThat(run.get().cells()).hasSize(4);
    }
    threads.shutdown();

    assertThat(heard)
        .allSatisfy(it -> assertThat(it.events).as(it.reason).doesNotContain("unkept", "failed"));
    Recording last = new Recording();
    experiment().keepIn(folder).run(last);
    assertThat(last.events).containsOnlyOnce("started 1/4").doesNotContain("finished", "damaged");
  }

  @Test
  void whatAKilledRunLeftIsRemovedAfterAWhile() throws IOException {
    Path old = Files.createDirectory(folder.resolve(".inkling-old.tmp"));
    Files.writeString(old.resolve("cell.json"), "{");
    Files.setLastModifiedTime(old, FileTime.from(Instant.now().minus(Duration.ofHours(2))));
    Path fresh = Files.createDirectory(folder.resolve(".inkling-fresh.tmp"));

    experiment().keepIn(folder).run(ExperimentListener.NONE);

    assertThat(old).doesNotExist();
    assertThat(fresh).as("another run may be writing it").exists();
  }

  @Test
  void theSameSeedsGiveTheSameJsonApartFromCost() throws IOException {
    assertThat(withoutCost(experiment().run(ExperimentListener.NONE)))
        .isEqualTo(withoutCost(experiment().run(ExperimentListener.NONE)))
        .doesNotContain("Seconds")
        .doesNotContain("NaN");
  }

  @Test
  void whatCannotBeComparedIsRefusedBeforeAnyWork() {
    Experiment experiment =
        Experiment.on(TRAINING, List.of(TEST))
            .features(new InkPerRow())
            .classifiers(new NearestDigit());

    assertThatThrownBy(() -> Experiment.on(TRAINING, List.of()))
        .hasMessage("an experiment needs at least one test set, not none");
    assertThatThrownBy(() -> Experiment.on(TRAINING, List.of(TRAINING)))
        .hasMessage(
            "striped: its digits are those of striped, which is trained on; test on others");
    assertThatThrownBy(() -> Experiment.on(TRAINING, List.of(TEST, TEST)))
        .hasMessage("striped: is given as test set twice");
    assertThatThrownBy(
            () ->
                Experiment.on(TRAINING, List.of(new LabeledDigits("none", List.of(), new int[0]))))
        .hasMessage("none: there are no digits to test on");
    assertThatThrownBy(() -> experiment.features(new FeatureExtractor[0]))
        .hasMessage("the grid is empty: features must be at least one, not none");
    assertThatThrownBy(() -> experiment.classifiers(new NearestDigit(), new NearestDigit()))
        .hasMessage("classifiers: 'nearest-digit' is in the grid twice");
    assertThatThrownBy(() -> experiment.preprocessing("", "speck=0.05"))
        .hasMessage("preprocessing: 'speck=0.05' is in the grid twice");
    assertThatThrownBy(() -> experiment.features("hogg")).hasMessageContaining("no features");
    assertThatThrownBy(
            () ->
                experiment.protocol(Protocol.defaults().withFolds(31)).run(ExperimentListener.NONE))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContainingAll("30", "31");
  }

  private static Experiment experiment() {
    return experiment(new NearestDigit());
  }

  private static Experiment experiment(Trainer own) {
    return Experiment.on(TRAINING, List.of(TEST, HARD))
        .features(new InkPerRow(), new Reversed())
        .classifiers(new NearestMean.Provider(), own)
        .protocol(PROTOCOL);
  }

  private static int[] labels(int count) {
    return StripedDigits.of(count, 4, 0, 1).labels();
  }

  private static Path onlyFile(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      List<Path> found = files.toList();
      assertThat(found).hasSize(1);
      return found.get(0);
    }
  }

  private static String withoutCost(Leaderboard board) {
    ObjectNode json = JsonLeaderboard.tree(board);
    json.withArray("cells").forEach(cell -> ((ObjectNode) cell).remove("cost"));
    return JsonReport.render(json);
  }

  private static Trainer named(String name, Trainer trainer) {
    return new Trainer() {
      @Override
      public String spec() {
        return name;
      }

      @Override
      public Classifier train(TrainingSet digits, long seed, ProgressListener progress) {
        return trainer.train(digits, seed, progress);
      }
    };
  }

  /** Remembers what it hears of cells. */
  private static final class Recording implements ExperimentListener {
    private final List<String> events = new ArrayList<>();
    private String reason;
    private Runnable whenFinished = () -> {};

    @Override
    public void progress(String stage, long done, long total) {
      assertThat(done).as(stage).isBetween(0L, total);
    }

    @Override
    public void started(Configuration configuration, int number, int total) {
      events.add("started " + number + "/" + total);
    }

    @Override
    public void kept(Cell cell) {
      events.add("kept");
    }

    @Override
    public void damaged(Configuration configuration, String why) {
      events.add("damaged");
      reason = why;
    }

    @Override
    public void finished(Cell cell) {
      events.add("finished");
      whenFinished.run();
    }

    @Override
    public void unkept(Cell cell, String why) {
      events.add("unkept");
      reason = why;
    }

    @Override
    public void failed(Failure failure) {
      events.add("failed");
    }
  }

  private static final class Failing implements Trainer {
    @Override
    public String spec() {
      return "failing";
    }

    @Override
    public Classifier train(TrainingSet digits, long seed, ProgressListener progress) {
      throw new IllegalStateException("no convergence\nafter 3 steps");
    }
  }

  private static final class Broken implements FeatureExtractor {
    @Override
    public String spec() {
      return "broken";
    }

    @Override
    public int length() {
      return 1;
    }

    @Override
    public void extract(List<DigitImage> digits, float[] rows) {
      rows[0] = Float.NaN;
    }
  }

  private static final class Reversed implements FeatureExtractor {
    private final InkPerRow rows = new InkPerRow();

    @Override
    public String spec() {
      return "reversed";
    }

    @Override
    public int length() {
      return rows.length();
    }

    @Override
    public void extract(List<DigitImage> digits, float[] values) {
      rows.extract(digits, values);
      for (int i = 0; i < values.length; i++) {
        values[i] = -values[i];
      }
    }
  }

  private record Counting(AtomicInteger described) implements FeatureExtractor {
    @Override
    public String spec() {
      return "counting";
    }

    @Override
    public int length() {
      return 28;
    }

    @Override
    public void extract(List<DigitImage> digits, float[] rows) {
      described.addAndGet(digits.size() > 1 ? digits.size() : 0);
      new InkPerRow().extract(digits, rows);
    }
  }
}
