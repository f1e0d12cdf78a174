package io.github.inkling.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.inkling.evaluation.experiment.Configuration;
import io.github.inkling.evaluation.experiment.Configuration.Part;
import org.junit.jupiter.api.Test;

class TimeLeftTest {
  private static final Configuration SLOW = of("slow");
  private static final Configuration FAST = of("fast");

  private final TimeLeft timeLeft = new TimeLeft();

  @Test
  void nothingIsSaidAsLongAsNothingIsKnown() {
    assertThat(timeLeft.seconds(5)).isZero();
    assertThat(timeLeft.share(SLOW, 3, 5)).isZero();
  }

  @Test
  void cellsTakeAsLongAsThoseThatAreDoneOnTheMean() {
    timeLeft.add(SLOW, 30);
    timeLeft.add(FAST, 10);

    assertThat(timeLeft.seconds(5)).isEqualTo(100);
  }

  /** By hand: 40 s are done and 5 of this cell's 30; 25 and 2 times 20 are left. */
  @Test
  void theCellInWorkTakesAsLongAsOthersOfItsClassifier() {
    timeLeft.add(SLOW, 30);
    timeLeft.add(FAST, 10);

    assertThat(timeLeft.share(SLOW, 5, 2)).isCloseTo(45.0 / 110, within(1e-12));
  }

  @Test
  void aCellThatTakesLongerThanThoughtIsAboutToBeDone() {
    timeLeft.add(SLOW, 30);

    assertThat(timeLeft.share(SLOW, 90, 0)).isEqualTo(1);
  }

  private static Configuration of(String classifier) {
    return new Configuration(
        new Part("", ""), new Part("hog", "hog"), new Part(classifier, classifier));
  }
}
