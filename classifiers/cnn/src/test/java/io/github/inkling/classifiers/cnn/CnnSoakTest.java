package io.github.inkling.classifiers.cnn;

import io.github.inkling.core.Soak;
import io.github.inkling.core.model.ClassifierContract;
import io.github.inkling.core.model.Classifiers;
import io.github.inkling.core.model.ProgressListener;
import io.github.inkling.core.model.TrainingSet;
import org.junit.jupiter.api.Test;

/** Native memory is released by scope: nothing is left of trainings and predictions. */
class CnnSoakTest {
  @Test
  void predictingLeavesNothing() throws Exception {
    Soak.assertMemoryStaysFlat(Predicting.class);
  }

  @Test
  void trainingLeavesNothing() throws Exception {
    Soak.assertMemoryStaysFlat(Training.class);
  }

  /** Pixels, weights and what lies between the layers: some 40 MB a round. */
  static final class Predicting implements Soak.Round {
    private final CnnWeights network = RandomNetworks.of("conv8x3 pool dense100", 10, 7);
    private final float[] pixels = RandomNetworks.pixels(64, 8);

    @Override
    public void run() {
      for (int i = 0; i < 15; i++) {
        Views.outputs(network, pixels, 64, 1);
      }
    }
  }

  /** The parameters of a network, their gradients, steps and averages: 7 MB a round. */
  static final class Training implements Soak.Round {
    private final TrainingSet digits = ClassifierContract.digits(48, 1, 784);

    @Override
    public void run() {
      Classifiers.trainer(
              "cnn:layers=conv8x3/pool/dense300,batchnorm=true,epochs=1,batch=16,augment=false")
          .train(digits, 1, ProgressListener.NONE);
    }
  }
}
