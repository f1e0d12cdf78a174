package io.github.inkling.classifiers.smile;

import io.github.inkling.core.model.ClassifierContract;
import io.github.inkling.core.model.Classifiers;
import io.github.inkling.core.model.Trainer;

class SubspaceSvmContractTest implements ClassifierContract {
  @Override
  public Trainer trainer() {
    return Classifiers.trainer("svm:axes=8");
  }
}
