package io.github.inkling.core.image;

import io.github.inkling.core.Soak;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class DecoderSoakTest {
  @Test
  void memoryStaysFlatOver2000Pictures() throws Exception {
    Soak.assertMemoryStaysFlat(Decoding.class);
  }

  /** A leak of one 250 x 200 matrix per picture would be 100 MB in 20 rounds. */
  static final class Decoding implements Soak.Round {
    private static final int PICTURES = 100;

    private final byte[] png = EncodedPictures.encode(EncodedPictures.colours(250, 200), "png");

    @Override
    public void run() throws IOException {
      for (int i = 0; i < PICTURES; i++) {
        GrayImage.decode(png);
      }
    }
  }
}
