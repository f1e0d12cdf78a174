package io.github.inkling.benchmark;

import io.github.inkling.classifiers.smile.KnnClassifier;
import io.github.inkling.classifiers.smile.Neighbor;
import io.github.inkling.core.model.Classifier;
import io.github.inkling.core.model.Classifiers;
import io.github.inkling.core.model.FeatureMatrix;
import io.github.inkling.core.model.ProgressListener;
import io.github.inkling.core.model.TrainingSet;
import io.github.inkling.core.recognizer.RecognizerTrainer;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Compares Inkling's exact neighbours with those that another library found. */
final class Neighborhoods {
  /** Relative difference of two distances that floats cannot tell apart: 480 terms are summed. */
  private static final double ROUNDING = 1e-4;

  private final LabeledMatrix training;
  private final LabeledMatrix questions;
  private final int k;

  Neighborhoods(LabeledMatrix training, LabeledMatrix questions, int k) {
    this.training = training;
    this.questions = questions;
    this.k = k;
  }

  /**
   * How two sets of neighbours differ.
   *
   * @param different digits with another neighbour, or the same in another order
   * @param ties of them, where every neighbour is as far away as Inkling's of the same rank, up to
   *     rounding
   */
  record Comparison(int different, int ties) {}

  /**
   * Compares the neighbours of the first digits, nearest first.
   *
   * @throws IllegalArgumentException if there are not k of each, or one is no training digit
   */
  Comparison compare(int[][] others) {
    if (others.length > questions.size()) {
      throw new IllegalArgumentException(
          "there are neighbours of %d digits, but only %d digits"
              .formatted(others.length, questions.size()));
    }
    for (int[] other : others) {
      if (other.length != k
          || IntStream.of(other).anyMatch(index -> index < 0 || index >= training.size())) {
        throw new IllegalArgumentException(
            "neighbours must be %d numbers in 0..%d, not %s"
                .formatted(k, training.size() - 1, Arrays.toString(other)));
      }
    }
    LabeledMatrix asked = questions.first(others.length);
    List<List<Neighbor>> own = search().neighbors(asked.features(), k);
    int different = 0;
    int ties = 0;
    for (int digit = 0; digit < others.length; digit++) {
      List<Neighbor> neighbors = own.get(digit);
      int[] other = others[digit];
      boolean same =
          IntStream.range(0, k).allMatch(rank -> neighbors.get(rank).index() == other[rank]);
      if (!same) {
        different++;
        ties += isTie(asked.features(), digit, neighbors, other) ? 1 : 0;
      }
    }
    return new Comparison(different, ties);
  }

  private KnnClassifier search() {
    Classifier classifier =
        Classifiers.trainer("knn:k=%d,weights=uniform,metric=euclidean".formatted(k))
            .train(
                new TrainingSet(training.features(), training.labels().toArray()),
                RecognizerTrainer.DEFAULT_SEED,
                ProgressListener.NONE);
    return (KnnClassifier) classifier;
  }

  private boolean isTie(FeatureMatrix asked, int digit, List<Neighbor> neighbors, int[] other) {
    return IntStream.range(0, k)
        .allMatch(
            rank -> {
              double own = neighbors.get(rank).distance();
              return Math.abs(distance(asked, digit, other[rank]) - own) <= ROUNDING * own;
            });
  }

  private double distance(FeatureMatrix asked, int digit, int index) {
    double sum = 0;
    for (int column = 0; column < asked.columns(); column++) {
      double difference = (double) asked.at(digit, column) - training.features().at(index, column);
      sum += difference * difference;
    }
    return Math.sqrt(sum);
  }
}
