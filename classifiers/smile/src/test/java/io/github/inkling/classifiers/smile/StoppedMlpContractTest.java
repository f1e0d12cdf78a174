package io.github.inkling.classifiers.smile;

import io.github.inkling.core.model.ClassifierContract;
import io.github.inkling.core.model.Classifiers;
import io.github.inkling.core.model.Trainer;

class StoppedMlpContractTest implements ClassifierContract {
  @Override
  public Trainer trainer() {
    return Classifiers.trainer(
        "mlp:hidden=64,epochs=40,batch=16,dropout=0.2,holdout=0.1,patience=5");
  }
}
