package io.github.inkling.evaluation.html;

import io.github.inkling.core.image.DigitImage;
import io.github.inkling.core.model.Prediction;
import io.github.inkling.core.model.Rejection;
import io.github.inkling.evaluation.Answers;
import io.github.inkling.evaluation.EvaluationReport;
import io.github.inkling.evaluation.experiment.Cell;
import io.github.inkling.evaluation.experiment.Configuration;
import io.github.inkling.evaluation.experiment.Cost;
import io.github.inkling.evaluation.experiment.CrossValidation;
import io.github.inkling.evaluation.experiment.DataSet;
import io.github.inkling.evaluation.experiment.Failure;
import io.github.inkling.evaluation.experiment.Leaderboard;
import io.github.inkling.evaluation.experiment.LearningPoint;
import io.github.inkling.evaluation.experiment.Protocol;
import io.github.inkling.evaluation.experiment.Run;
import io.github.inkling.evaluation.robustness.Corruption;
import io.github.inkling.evaluation.robustness.RobustnessReport;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** An experiment as it might have come out, drawn at random from a seed. */
final class SampleBoard {
  static final String HASH = "0fa7898d509279e482958e8ce81c8e77db3f2f8254e26661ceb7762c4d494ce7";

  private static final List<String> FEATURES =
      List.of("hog", "hog+0.5*zoning:4x4", "scattering", "pixels", "edges+contours");
  private static final List<String> CLASSIFIERS =
      List.of("svm", "svm:kernel=linear,c=0.3", "mlp:hidden=512,epochs=60", "knn:k=3");

  private SampleBoard() {}

  /** So many cells, measured on so many digits of one set and on 500 of another. */
  static Leaderboard of(int cells, int digits) {
    List<Cell> all = IntStream.range(0, cells).mapToObj(number -> cell(number, digits)).toList();
    return new Leaderboard(
        data("mnist:train", 60_000),
        List.of(data("mnist:test", digits), data("usps:test", 500)),
        Protocol.defaults(),
        all,
        List.of(
            new Failure(
                configuration(cells),
                "out of memory: the kernel matrix of a pair needs 9.1 GB, and 4 GB are free")));
  }

  /** Nothing but answers to one test set. */
  static Leaderboard plain(List<Answers> answers) {
    List<Cell> cells =
        IntStream.range(0, answers.size())
            .mapToObj(
                number ->
                    plain(
                        configuration(number), List.of(report("mnist:test", answers.get(number)))))
            .toList();
    int samples = answers.isEmpty() ? 0 : answers.get(0).size();
    return new Leaderboard(
        data("mnist:train", 60_000),
        List.of(data("mnist:test", samples)),
        Protocol.defaults(),
        cells,
        List.of());
  }

  static Cell plain(Configuration configuration, List<EvaluationReport> reports) {
    return new Cell(
        configuration,
        List.of(new Run(1, 2.5, reports)),
        Optional.empty(),
        List.of(),
        Optional.empty(),
        new Cost(1, 2.5, 120, 180, 20_000, OptionalLong.empty(), OptionalLong.empty()),
        List.of());
  }

  static EvaluationReport report(String data, Answers answers) {
    return new EvaluationReport(data, HASH, answers, 1.25, 5);
  }

  static Configuration configuration(int number) {
    String features = FEATURES.get(number % FEATURES.size());
    String classifier = CLASSIFIERS.get(number / FEATURES.size() % CLASSIFIERS.size());
    String preprocessing = number % 7 == 6 ? "deskew=false" : "";
    return new Configuration(
        new Configuration.Part(preprocessing, "deskew=" + preprocessing.isEmpty() + ",size=20"),
        new Configuration.Part(features, features + ":cell=7,block=2,bins=9,signed=true"),
        new Configuration.Part(classifier, classifier + ",gamma=0.02,seed=1"));
  }

  /** Answers to true digits, each of them quite sure. */
  static Answers answers(int[] truth, int... answers) {
    return Answers.of(truth, IntStream.of(answers).mapToObj(it -> sure(it, 0.91)).toList());
  }

  /** Probabilities of a digit that is certain up to what is left for the others. */
  static Prediction sure(int digit, double probability) {
    double[] probabilities = new double[Prediction.CLASSES];
    Arrays.fill(probabilities, (1 - probability) / (Prediction.CLASSES - 1));
    probabilities[digit] = probability;
    return Prediction.of(probabilities);
  }

  /** A digit of strokes, different for every number. */
  static DigitImage digit(int number) {
    SplittableRandom random = new SplittableRandom(number);
    byte[] pixels = new byte[DigitImage.PIXELS];
    double x = 8 + 12 * random.nextDouble();
    double y = 5 + 6 * random.nextDouble();
    double angle = 2 * Math.PI * random.nextDouble();
    double bend = 0.3 * random.nextDouble() - 0.15;
    for (int step = 0; step < 60; step++) {
      for (int i = 0; i < pixels.length; i++) {
        int row = i / DigitImage.SIZE;
        double dx = i % DigitImage.SIZE - x;
        double dy = row - y;
        int ink = (int) Math.round(255 * Math.min(1, 1.6 * Math.exp(-(dx * dx + dy * dy) / 2.2)));
        pixels[i] = (byte) Math.max(pixels[i] & 0xff, ink);
      }
      x = Math.max(4, Math.min(23, x + 0.7 * Math.cos(angle)));
      y = Math.max(4, Math.min(23, y + 0.7 * Math.sin(angle)));
      angle += bend + 0.1 * random.nextDouble();
    }
    return DigitImage.of(pixels);
  }

  /** So many digits that the best cell gets wrong, and some that it gets right if it must. */
  static ErrorGallery gallery(Leaderboard board, int count) {
    Answers answers = board.ranked().get(0).report().answers();
    List<ErrorGallery.Case> cases = new ArrayList<>();
    for (int place = 0; place < answers.size() && cases.size() < count; place++) {
      if (!answers.isRight(place) || answers.size() - place <= count - cases.size()) {
        List<ErrorGallery.Neighbor> nearest = new ArrayList<>();
        for (int i = 1; i <= ErrorGallery.MOST_NEAREST; i++) {
          nearest.add(new ErrorGallery.Neighbor(digit(100_000 + 3 * place + i), i));
        }
        int index = place;
        int wrong =
            (int)
                board.cells().stream()
                    .filter(cell -> !cell.report().answers().isRight(index))
                    .count();
        cases.add(
            new ErrorGallery.Case(
                digit(place), answers.truth(place), answers.prediction(place), nearest, wrong));
      }
    }
    return new ErrorGallery("Errors of " + board.ranked().get(0).configuration().name(), cases);
  }

  private static Cell cell(int number, int digits) {
    double skill = 4.6 - 0.13 * (number * 7 % 20);
    List<Run> runs = new ArrayList<>();
    for (int seed = 1; seed <= 3; seed++) {
      runs.add(
          new Run(
              seed,
              3 + number,
              List.of(
                  report("mnist:test", answers(digits, skill, 31 * number + seed, true)),
                  report("usps:test", answers(500, skill - 2, 31 * number + seed, false)))));
    }
    SplittableRandom random = new SplittableRandom(number);
    double latency = 40 * Math.exp(4 * random.nextDouble());
    double error = 1 - runs.get(0).tests().get(0).accuracy();
    return new Cell(
        configuration(number),
        runs,
        Optional.of(folds(error, random)),
        learning(error, digits, random),
        Optional.of(robustness(error, digits, random)),
        new Cost(
            12,
            3 + 4.0 * number,
            latency,
            latency * 1.7,
            1e6 / latency * 2,
            OptionalLong.of(2_000_000L * (1 + number)),
            number % 4 == 3 ? OptionalLong.empty() : OptionalLong.of(900 + 40L * number)),
        List.of());
  }

  /** Digits are as hard for one cell as for another, up to what each makes of them itself. */
  private static Answers answers(int digits, double skill, int seed, boolean rejects) {
    SplittableRandom hard = new SplittableRandom(99);
    SplittableRandom own = new SplittableRandom(seed);
    int[] truth = new int[digits];
    List<Prediction> predictions = new ArrayList<>();
    for (int i = 0; i < digits; i++) {
      truth[i] = hard.nextInt(Prediction.CLASSES);
      double margin = skill + 1.3 * gaussian(hard) + 0.7 * gaussian(own);
      int rival = own.nextInt(3) == 0 ? own.nextInt(Prediction.CLASSES) : (truth[i] * 3 + 1) % 10;
      double[] probabilities = new double[Prediction.CLASSES];
      double sum = 0;
      for (int digit = 0; digit < probabilities.length; digit++) {
        double score = digit == truth[i] ? margin : digit == rival ? 0.4 : -3 + gaussian(own);
        probabilities[digit] = Math.exp(score);
        sum += probabilities[digit];
      }
      for (int digit = 0; digit < probabilities.length; digit++) {
        probabilities[digit] /= sum;
      }
      Prediction answer = Prediction.of(probabilities);
      predictions.add(
          rejects && margin < -1.2 && i % 5 == 0 ? answer.reject(Rejection.AMBIGUOUS) : answer);
    }
    return Answers.of(truth, predictions);
  }

  private static double gaussian(SplittableRandom random) {
    double u = 1 - random.nextDouble();
    return Math.sqrt(-2 * Math.log(u)) * Math.cos(2 * Math.PI * random.nextDouble());
  }

  private static CrossValidation folds(double error, SplittableRandom random) {
    List<CrossValidation.Fold> folds = new ArrayList<>();
    for (int fold = 0; fold < 5; fold++) {
      int wrong = (int) Math.round(12_000 * error * (0.9 + 0.2 * random.nextDouble()));
      folds.add(new CrossValidation.Fold(48_000, 12_000, 12_000 - wrong, 3 * error));
    }
    return new CrossValidation(HASH, 1, folds);
  }

  private static List<LearningPoint> learning(double error, int digits, SplittableRandom random) {
    List<LearningPoint> points = new ArrayList<>();
    double power = 0.35 + 0.2 * random.nextDouble();
    for (int trained : new int[] {500, 1000, 2000, 5000, 10_000, 20_000, 60_000}) {
      double share = Math.min(0.6, error * Math.pow(60_000.0 / trained, power));
      points.add(new LearningPoint(trained, digits, (int) Math.round(share * digits)));
    }
    return points;
  }

  private static RobustnessReport robustness(double error, int digits, SplittableRandom random) {
    Map<Corruption, List<Integer>> errors = new EnumMap<>(Corruption.class);
    for (Corruption corruption : Corruption.values()) {
      double growth = 1.3 + 0.1 * errors.size() + 0.3 * random.nextDouble();
      errors.put(
          corruption,
          IntStream.rangeClosed(1, Corruption.STRENGTHS)
              .mapToObj(
                  strength ->
                      (int) Math.round(digits * Math.min(0.85, error * Math.pow(growth, strength))))
              .toList());
    }
    return new RobustnessReport(
        "mnist:test", HASH, 1, digits, (int) Math.round(error * digits), errors);
  }

  private static DataSet data(String name, int samples) {
    return new DataSet(name, HASH, Collections.nCopies(Prediction.CLASSES, samples / 10));
  }
}
