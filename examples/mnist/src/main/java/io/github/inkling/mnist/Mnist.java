package io.github.inkling.mnist;

import io.github.inkling.core.dataset.IdxFile;
import io.github.inkling.core.dataset.LabeledDigits;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/**
 * The MNIST database of handwritten digits: 28 x 28 pixels, white ink on black.
 *
 * <p>By Yann LeCun, Corinna Cortes and Christopher J.C. Burges, under CC BY-SA 3.0; the whole note
 * stands beside the data in {@code LICENSE-MNIST.txt}.
 */
public final class Mnist {
  private Mnist() {}

  /**
   * The training set. Every call reads it anew, so keep what it returns; it takes about 50 MB.
   *
   * @return 60,000 digits in their original order, named {@code mnist:train}
   */
  public static LabeledDigits train() {
    return read("mnist:train", "train");
  }

  /**
   * The test set. Every call reads it anew, so keep what it returns; it takes about 10 MB.
   *
   * @return 10,000 digits in their original order, named {@code mnist:test}
   */
  public static LabeledDigits test() {
    return read("mnist:test", "t10k");
  }

  private static LabeledDigits read(String name, String prefix) {
    try (InputStream images = Mnist.class.getResourceAsStream(prefix + "-images-idx3-ubyte.gz");
        InputStream labels = Mnist.class.getResourceAsStream(prefix + "-labels-idx1-ubyte.gz")) {
      return IdxFile.read(name, images, labels);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
