package io.github.inkling.classifiers.smile;

import io.github.inkling.core.model.ClassifierContract;
import io.github.inkling.core.model.Classifiers;
import io.github.inkling.core.model.Trainer;

class AugmentedMlpContractTest implements ClassifierContract {
  @Override
  public Trainer trainer() {
    return Classifiers.trainer("mlp:hidden=64,epochs=20,augment=true");
  }
}
