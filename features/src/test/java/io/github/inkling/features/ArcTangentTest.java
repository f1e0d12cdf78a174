package io.github.inkling.features;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ArcTangentTest {
  @Test
  void everyAngleIsThatOfTheMathLibrary() {
    for (int tenths = 0; tenths < 3600; tenths++) {
      double angle = Math.toRadians(tenths / 10.0);
      double x = 7 * Math.cos(angle);
      double y = 7 * Math.sin(angle);

      assertThat(ArcTangent.of(y, x)).as("%d", tenths).isCloseTo(Math.atan2(y, x), within(1e-7));
    }
  }

  @Test
  void theAxesAreMetExactly() {
    assertThat(ArcTangent.of(0, 3)).isZero();
    assertThat(ArcTangent.of(3, 0)).isEqualTo(Math.PI / 2);
    assertThat(ArcTangent.of(0, -3)).isEqualTo(Math.PI);
    assertThat(ArcTangent.of(-3, 0)).isEqualTo(-Math.PI / 2);
  }
}
