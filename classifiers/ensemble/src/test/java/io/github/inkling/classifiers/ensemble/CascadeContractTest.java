package io.github.inkling.classifiers.ensemble;

import io.github.inkling.core.model.ClassifierContract;
import io.github.inkling.core.model.Classifiers;
import io.github.inkling.core.model.Trainer;

class CascadeContractTest implements ClassifierContract {
  @Override
  public Trainer trainer() {
    return Classifiers.trainer("cascade:cheap=vague-centres,strong=centres,held=0.2,more=1");
  }
}
