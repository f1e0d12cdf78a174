package io.github.inkling.classifiers.ensemble;

import io.github.inkling.core.model.Classifier;
import io.github.inkling.core.model.Classifiers;
import io.github.inkling.core.model.Prediction;
import io.github.inkling.core.model.ProgressListener;
import io.github.inkling.core.model.Trainer;
import io.github.inkling.core.model.TrainingSet;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Trains the members of an ensemble or cascade on the same features: first without some digits that
 * are held out, so that they can be compared on these, and then on all.
 */
final class MemberTraining {
  private final List<Trainer> trainers;

  MemberTraining(List<String> specs) {
    this.trainers = specs.stream().map(Classifiers::trainer).toList();
  }

  /** Refuses what is not the bare name of a classifier, naming it. */
  static void requireName(String what, String name) {
    if (!name.matches("[a-z][a-z0-9-]*")) {
      throw new IllegalArgumentException(
          what + " must be the name of a classifier, such as svm, not '" + name + "'");
    }
  }

  /** Looks whether all members can learn from features of a number. */
  void requireFeatures(int features) {
    trainers.forEach(trainer -> trainer.requireFeatures(features));
  }

  /** What members that were trained without the digits held out say of these. */
  JudgedAnswers holdOut(TrainingSet digits, double share, long seed, ProgressListener progress) {
    HeldOutSplit split = HeldOutSplit.of(digits, share, seed);
    int[] labels = IntStream.of(split.held()).map(digits::label).toArray();
    List<List<Prediction>> answers = new ArrayList<>();
    if (labels.length > 0) {
      TrainingSet some = digits.select(split.training());
      for (int m = 0; m < trainers.size(); m++) {
        Classifier classifier = trainers.get(m).train(some, seed, inStep(m, progress));
        answers.add(classifier.predict(digits.features().select(split.held())));
      }
    }
    return new JudgedAnswers(new MemberAnswers(answers), labels);
  }

  List<Member> trainAll(TrainingSet digits, long seed, ProgressListener progress) {
    List<Member> members = new ArrayList<>();
    for (int m = 0; m < trainers.size(); m++) {
      members.add(
          new Member(
              trainers.get(m).train(digits, seed, inStep(trainers.size() + m, progress)), 0));
    }
    return members;
  }

  /** The members' names with all their settings. */
  List<String> specs() {
    return trainers.stream().map(Trainer::spec).toList();
  }

  /** Tells stages apart, as members may have stages of the same name, and each is trained twice. */
  private ProgressListener inStep(int step, ProgressListener progress) {
    String prefix = "%d/%d: ".formatted(step + 1, 2 * trainers.size());
    return (stage, done, total) -> progress.progress(prefix + stage, done, total);
  }
}
