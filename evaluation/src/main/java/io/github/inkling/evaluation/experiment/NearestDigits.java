package io.github.inkling.evaluation.experiment;

import io.github.inkling.core.model.FeatureMatrix;
import io.github.inkling.core.model.ParallelBlocks;
import io.github.inkling.core.model.Prediction;
import io.github.inkling.core.model.ProgressListener;
import io.github.inkling.evaluation.Answers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Finds the training digits that wrongly answered digits resemble most. */
final class NearestDigits {
  /** Training digits told of each. */
  static final int COUNT = 3;

  private final FeatureMatrix training;

  NearestDigits(FeatureMatrix training) {
    this.training = training;
  }

  /**
   * The wrongly answered digits, the most confident answers first and rejected ones last.
   *
   * @param most how many at most
   */
  static int[] mostConfident(Answers answers, int most) {
    return IntStream.of(answers.wrong())
        .boxed()
        .sorted(Comparator.comparingDouble(index -> -confidence(answers.prediction(index))))
        .limit(most)
        .mapToInt(Integer::intValue)
        .toArray();
  }

  private static double confidence(Prediction answer) {
    return answer.isDigit() ? answer.confidence() : -1;
  }

  /** No neighbours of some rows. */
  static List<Neighbors> none(int[] wanted) {
    return IntStream.of(wanted).mapToObj(index -> new Neighbors(index, List.of())).toList();
  }

  /** Looks for the neighbours of some rows, by the Euclidean distance over all features. */
  List<Neighbors> of(FeatureMatrix digits, int[] wanted, ProgressListener progress) {
    Neighbors[] found = new Neighbors[wanted.length];
    ParallelBlocks.forEach(
        wanted.length,
        1,
        "Finding similar digits",
        progress,
        (from, to) -> {
          for (int i = from; i < to; i++) {
            found[i] = new Neighbors(wanted[i], nearest(digits.row(wanted[i])));
          }
        });
    return List.of(found);
  }

  private List<Integer> nearest(float[] digit) {
    int count = Math.min(COUNT, training.rows());
    float[] distances = new float[count];
    int[] rows = new int[count];
    Arrays.fill(distances, Float.POSITIVE_INFINITY);
    for (int row = 0; row < training.rows(); row++) {
      float distance = squaredDistance(digit, training.values(), row * digit.length);
      int place = count;
      while (place > 0 && distance < distances[place - 1]) {
        place--;
      }
      if (place < count) {
        System.arraycopy(distances, place, distances, place + 1, count - place - 1);
        System.arraycopy(rows, place, rows, place + 1, count - place - 1);
        distances[place] = distance;
        rows[place] = row;
      }
    }
    List<Integer> nearest = new ArrayList<>();
    IntStream.of(rows).forEach(nearest::add);
    return nearest;
  }

  /** Four sums that do not wait for each other. */
  private static float squaredDistance(float[] digit, float[] values, int offset) {
    float first = 0;
    float second = 0;
    float third = 0;
    float fourth = 0;
    int i = 0;
    for (; i + 3 < digit.length; i += 4) {
      float a = digit[i] - values[offset + i];
      float b = digit[i + 1] - values[offset + i + 1];
      float c = digit[i + 2] - values[offset + i + 2];
      float d = digit[i + 3] - values[offset + i + 3];
      first += a * a;
      second += b * b;
      third += c * c;
      fourth += d * d;
    }
    for (; i < digit.length; i++) {
      float a = digit[i] - values[offset + i];
      first += a * a;
    }
    return first + second + third + fourth;
  }
}
