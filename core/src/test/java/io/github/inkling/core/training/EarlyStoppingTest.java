package io.github.inkling.core.training;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class EarlyStoppingTest {
  @Test
  void anEpochImprovesIfItsLossIsLessThanEveryOneBefore() {
    EarlyStopping stopping = new EarlyStopping(10);

    assertThat(stopping.improves(3)).isTrue();
    assertThat(stopping.improves(4)).isFalse();
    assertThat(stopping.improves(2)).isTrue();
    assertThat(stopping.improves(2)).isFalse();
  }

  @Test
  void trainingEndsAfterSoManyEpochsWithoutABetterOne() {
    EarlyStopping stopping = new EarlyStopping(2);

    stopping.improves(3);
    stopping.improves(4);
    assertThat(stopping.isOver()).isFalse();
    stopping.improves(2);
    stopping.improves(2.5);
    assertThat(stopping.isOver()).isFalse();
    stopping.improves(2.1);
    assertThat(stopping.isOver()).isTrue();
  }

  @Test
  void withoutPatienceTrainingNeverEndsEarly() {
    EarlyStopping stopping = new EarlyStopping(0);

    stopping.improves(1);
    stopping.improves(2);
    assertThat(stopping.isOn()).isFalse();
    assertThat(stopping.isOver()).isFalse();
  }
}
