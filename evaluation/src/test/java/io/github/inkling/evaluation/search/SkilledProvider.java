package io.github.inkling.evaluation.search;

import io.github.inkling.core.model.Classifier;
import io.github.inkling.core.model.ClassifierProvider;
import io.github.inkling.core.model.ComponentSpec;
import io.github.inkling.core.model.FeatureMatrix;
import io.github.inkling.core.model.ModelState;
import io.github.inkling.core.model.Prediction;
import io.github.inkling.core.model.ProgressListener;
import io.github.inkling.core.model.Trainer;
import io.github.inkling.core.model.TrainingSet;
import io.github.inkling.core.recognizer.NearestMean;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A classifier as good as it is told: of what it knows it answers the share {@code skill}, and the
 * rest, chosen by their features, with the next digit. {@code late=N} adds a hundredth of N where
 * it learns from 100 digits or more; {@code broken=true} fails in training, {@code pair=b} only
 * goes with {@code skill} below a half.
 */
public final class SkilledProvider implements ClassifierProvider {
  @Override
  public String name() {
    return "skilled";
  }

  @Override
  public Trainer trainer(ComponentSpec spec) {
    spec.allow("skill", "late", "broken", "pair");
    double skill = spec.number("skill", 0.5);
    if (!(skill >= 0 && skill <= 1)) {
      throw spec.invalid("skill", skill, "in 0..1");
    }
    if (spec.option("pair", "a", "a", "b").equals("b") && skill >= 0.5) {
      throw spec.invalid("pair", "b", "a with a skill of " + skill);
    }
    int late = spec.integer("late", 0);
    return new Skilled(skill, late, spec.flag("broken", false));
  }

  @Override
  public Classifier restore(ModelState state) {
    throw new UnsupportedOperationException("nobody saves it");
  }

  private record Skilled(double skill, int late, boolean broken) implements Trainer {
    @Override
    public String spec() {
      return "skilled:skill=" + skill + ",late=" + late;
    }

    @Override
    public Classifier train(TrainingSet digits, long seed, ProgressListener progress) {
      if (broken) {
        throw new IllegalStateException("broken on purpose\nand a second line");
      }
      progress.progress("Training", 1, 1);
      double share = skill + (digits.size() >= 100 ? late / 100.0 : 0);
      return new Answering(
          new NearestMean.Provider().train(digits, seed, progress), Math.min(1, share));
    }
  }

  private record Answering(Classifier knowing, double share) implements Classifier {
    @Override
    public String name() {
      return "skilled";
    }

    @Override
    public int features() {
      return knowing.features();
    }

    @Override
    public List<Prediction> predict(FeatureMatrix digits) {
      List<Prediction> answers = new ArrayList<>();
      for (Prediction known : knowing.predict(digits)) {
        double[] probabilities = new double[Prediction.CLASSES];
        int lot = Math.floorMod(Arrays.hashCode(digits.row(answers.size())), 1000);
        int answer = known.label() + (lot < 1000 * share ? 0 : 1);
        probabilities[answer % Prediction.CLASSES] = 1;
        answers.add(Prediction.of(probabilities));
      }
      return answers;
    }

    @Override
    public ModelState state() {
      throw new UnsupportedOperationException("nobody saves it");
    }
  }
}
