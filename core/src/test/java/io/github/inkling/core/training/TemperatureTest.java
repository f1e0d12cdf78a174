package io.github.inkling.core.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class TemperatureTest {
  /**
   * A network that gives the first of two classes e^4 to 1 and is right 3000 times of 4000 should
   * have given it 3 to 1: T = 4 / ln 3. The penalty hardly counts against 4000 digits.
   */
  @Test
  void twoClassesGetTheOddsThatWereSeen() {
    float[] outputs = new float[2 * 4000];
    int[] targets = new int[4000];
    for (int i = 0; i < 4000; i++) {
      outputs[2 * i] = 4;
      targets[i] = i % 4 == 0 ? 1 : 0;
    }

    Temperature temperature = Temperature.fit(outputs, targets, 2);

    assertThat(temperature.value()).isCloseTo(4 / Math.log(3), within(0.01));
    double entropy = -0.75 * Math.log(0.75) - 0.25 * Math.log(0.25);
    assertThat(temperature.loss()).isCloseTo(entropy, within(1e-4));
  }

  @Test
  void aNetworkThatIsNotSureEnoughIsMadeSurer() {
    Digits digits = Digits.drawnFromOutputsTimes(3, 1);

    assertThat(Temperature.fit(digits.outputs, digits.targets, 10).value())
        .isCloseTo(1.0 / 3, within(0.03));
  }

  @Test
  void theLossOfTheDigitsIsThatOfSoftmaxAndNeverWorseThanBefore() {
    for (int seed = 0; seed < 20; seed++) {
      Digits digits = Digits.drawnFromOutputsTimes(0.1 + 0.2 * seed, seed);

      Temperature temperature = Temperature.fit(digits.outputs, digits.targets, 10);

      assertThat(temperature.loss())
          .isCloseTo(digits.loss(temperature.value()), within(1e-5))
          .isLessThanOrEqualTo(digits.loss(1) + 1e-12);
    }
  }

  @Test
  void noTemperatureNearbyIsBetterButForThePenalty() {
    Digits digits = Digits.drawnFromOutputsTimes(0.5, 3);
    double best = Temperature.fit(digits.outputs, digits.targets, 10).value();

    assertThat(digits.penalizedLoss(best))
        .isLessThan(digits.penalizedLoss(best * 1.01))
        .isLessThan(digits.penalizedLoss(best / 1.01));
  }

  @Test
  void aFewDigitsThatAreAllRightDoNotMakeTheNetworkSure() {
    float[] outputs = {3, 0, 0, 3, 3, 0};

    Temperature temperature = Temperature.fit(outputs, new int[] {0, 1, 0}, 2);

    assertThat(temperature.value()).isBetween(0.5, 1.0);
  }

  @Test
  void outputsOfAnySizeDoNotOverflow() {
    float[] outputs = {3e38f, -3e38f, -3e38f, 3e38f};

    Temperature temperature = Temperature.fit(outputs, new int[] {0, 1}, 2);

    assertThat(temperature.value()).isEqualTo(1);
    assertThat(temperature.loss()).isZero();
  }

  @Test
  void whatTheLastLayerMultipliesByIsDivided() {
    assertThat(new Temperature(2, 0).divide(1, -2, 3, 0)).containsExactly(0.5f, -1, 1.5f, 0);
  }

  /** Outputs, and classes drawn from the softmax of a multiple of them: 1/T is the multiple. */
  private static final class Digits {
    private final float[] outputs;
    private final int[] targets;

    Digits(float[] outputs, int[] targets) {
      this.outputs = outputs;
      this.targets = targets;
    }

    static Digits drawnFromOutputsTimes(double multiple, long seed) {
      SplittableRandom random = new SplittableRandom(seed);
      float[] outputs = new float[3000 * 10];
      int[] targets = new int[3000];
      for (int i = 0; i < outputs.length; i++) {
        outputs[i] = (float) (4 * random.nextDouble());
      }
      for (int row = 0; row < targets.length; row++) {
        double[] p = softmax(outputs, row, multiple);
        double left = random.nextDouble();
        int target = 0;
        while (target < 9 && left >= p[target]) {
          left -= p[target++];
        }
        targets[row] = target;
      }
      return new Digits(outputs, targets);
    }

    double loss(double temperature) {
      double loss = 0;
      for (int row = 0; row < targets.length; row++) {
        loss -= Math.log(softmax(outputs, row, 1 / temperature)[targets[row]]);
      }
      return loss / targets.length;
    }

    double penalizedLoss(double temperature) {
      return loss(temperature) + Math.pow(Math.log(temperature), 2) / 2 / targets.length;
    }

    private static double[] softmax(float[] outputs, int row, double multiple) {
      float[] scaled = new float[10];
      for (int c = 0; c < 10; c++) {
        scaled[c] = (float) (multiple * outputs[row * 10 + c]);
      }
      return Softmax.of(scaled, 0, 10);
    }
  }
}
