package io.github.inkling.classifiers.ensemble;

import io.github.inkling.core.model.ClassifierContract;
import io.github.inkling.core.model.Classifiers;
import io.github.inkling.core.model.Trainer;

class AverageContractTest implements ClassifierContract {
  @Override
  public Trainer trainer() {
    return Classifiers.trainer("ensemble:members=centres/vague-centres,method=average,held=0.2");
  }
}
