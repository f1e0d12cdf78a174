package io.github.inkling.classifiers.cnn;

import io.github.inkling.core.image.DigitImage;
import io.github.inkling.core.model.ClassifierContract;
import io.github.inkling.core.model.Classifiers;
import io.github.inkling.core.model.Trainer;

class ColumnsContractTest implements ClassifierContract {
  @Override
  public Trainer trainer() {
    return Classifiers.trainer(
        "cnn:layers=conv4x3/pool/dense32,columns=2,epochs=12,batch=16,augment=false");
  }

  @Override
  public int features() {
    return DigitImage.PIXELS;
  }
}
