package io.github.inkling.evaluation.experiment;

import io.github.inkling.core.model.Classifier;
import io.github.inkling.core.model.FeatureMatrix;
import io.github.inkling.core.model.ModelState;
import io.github.inkling.core.model.Prediction;
import io.github.inkling.core.model.ProgressListener;
import io.github.inkling.core.model.Trainer;
import io.github.inkling.core.model.TrainingSet;
import java.util.ArrayList;
import java.util.List;

/**
 * Answers with the label of the nearest training digit: knows by heart whatever it was shown, and
 * remembers of every training what that was.
 */
final class NearestDigit implements Trainer {
  final List<TrainingSet> trained = new ArrayList<>();

  @Override
  public String spec() {
    return "nearest-digit";
  }

  @Override
  public Classifier train(TrainingSet digits, long seed, ProgressListener progress) {
    trained.add(digits);
    progress.progress("Learning by heart", 1, 1);
    return new Memory(digits);
  }

  private record Memory(TrainingSet known) implements Classifier {
    @Override
    public String name() {
      return "nearest-digit";
    }

    @Override
    public int features() {
      return known.features().columns();
    }

    @Override
    public List<Prediction> predict(FeatureMatrix digits) {
      List<Prediction> answers = new ArrayList<>();
      for (int row = 0; row < digits.rows(); row++) {
        double[] probabilities = new double[Prediction.CLASSES];
        probabilities[known.label(nearest(digits, row))] = 1;
        answers.add(Prediction.of(probabilities));
      }
      return answers;
    }

    private int nearest(FeatureMatrix digits, int row) {
      int nearest = 0;
      double least = Double.POSITIVE_INFINITY;
      for (int other = 0; other < known.size(); other++) {
        double distance = 0;
        for (int i = 0; i < features(); i++) {
          distance += Math.pow(digits.at(row, i) - known.features().at(other, i), 2);
        }
        if (distance < least) {
          least = distance;
          nearest = other;
        }
      }
      return nearest;
    }

    @Override
    public ModelState state() {
      throw new UnsupportedOperationException("nobody saves what was learnt by heart");
    }
  }
}
