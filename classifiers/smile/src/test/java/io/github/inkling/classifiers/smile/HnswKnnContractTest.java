package io.github.inkling.classifiers.smile;

import io.github.inkling.core.model.ClassifierContract;
import io.github.inkling.core.model.Classifiers;
import io.github.inkling.core.model.Trainer;

class HnswKnnContractTest implements ClassifierContract {
  @Override
  public Trainer trainer() {
    return Classifiers.trainer("knn:index=hnsw,k=5,m=8,ef=40");
  }
}
