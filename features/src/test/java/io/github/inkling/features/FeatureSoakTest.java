package io.github.inkling.features;

import io.github.inkling.core.Soak;
import io.github.inkling.core.image.DigitImage;
import io.github.inkling.core.model.FeatureExtractor;
import io.github.inkling.core.model.FeatureExtractors;
import io.github.inkling.core.model.SampleDigits;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class FeatureSoakTest {
  @Test
  void memoryStaysFlatOver100000Digits() throws Exception {
    Soak.assertMemoryStaysFlat(Extracting.class);
  }

  /** A leak of one sheet per block of digits would be 100 MB in 20 rounds. */
  static final class Extracting implements Soak.Round {
    private final FeatureExtractor extractor = FeatureExtractors.of("hog+edges:operator=canny");
    private final List<DigitImage> digits =
        Collections.nCopies(5000, SampleDigits.some().get(SampleDigits.RING));

    @Override
    public void run() {
      extractor.extractAll(digits);
    }
  }
}
