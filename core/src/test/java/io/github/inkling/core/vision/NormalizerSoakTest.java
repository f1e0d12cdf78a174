package io.github.inkling.core.vision;

import io.github.inkling.core.Soak;
import io.github.inkling.core.image.GrayImage;
import io.github.inkling.core.model.ProgressListener;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class NormalizerSoakTest {
  @Test
  void memoryStaysFlatOver200000Normalisations() throws Exception {
    Soak.assertMemoryStaysFlat(Normalising.class);
  }

  /** A leak of one 28 x 28 matrix per digit would be 157 MB in 20 rounds. */
  static final class Normalising implements Soak.Round {
    private final Normalizer normalizer =
        new Normalizer(NormalizerSettings.parse("denoise=gaussian"));
    private final List<GrayImage> images = Collections.nCopies(10_000, Drawing.four(28, 18));
    private final GrayImage photo = Drawing.unevenlyLit(Drawing.four(800, 300));

    @Override
    public void run() {
      normalizer.normalizeAll(images, ProgressListener.NONE);
      normalizer.normalize(photo);
    }
  }
}
