package io.github.inkling.features;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class HogDescriptorsTest {
  private static final HogSettings FINE = settings(7, 12, true);

  @Test
  void extractorsShareTheDescriptorOfTheSameHistograms() {
    HogSettings twoScales = HogSettings.defaults();

    assertThat(HogDescriptors.of(twoScales, 7)).isSameAs(HogDescriptors.of(FINE, 7));
  }

  @Test
  void otherHistogramsHaveAnotherDescriptor() {
    assertThat(HogDescriptors.of(FINE, 7))
        .isNotSameAs(HogDescriptors.of(settings(14, 12, true), 14))
        .isNotSameAs(HogDescriptors.of(settings(7, 9, true), 7))
        .isNotSameAs(HogDescriptors.of(settings(7, 12, false), 7));
    assertThat(HogDescriptors.of(settings(7, 9, false), 7).get_nbins()).isEqualTo(9);
  }

  private static HogSettings settings(int cell, int bins, boolean signed) {
    return new HogSettings(List.of(cell), List.of(1.0), 2, 1, bins, signed, false);
  }
}
