package io.github.inkling.mnist;

import io.github.inkling.core.dataset.IdxFile;
import io.github.inkling.core.dataset.LabeledDigits;
import io.github.inkling.core.dataset.Split;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;

/**
 * The MNIST database of handwritten digits: 28 x 28 pixels, white ink on black.
 *
 * <p>By Yann LeCun, Corinna Cortes and Christopher J.C. Burges, under CC BY-SA 3.0; the whole note
 * stands beside the data in {@code LICENSE-MNIST.txt}.
 */
public final class Mnist {
  private static final int VALIDATION_START = 50_000;

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

  /**
   * Cuts the training set in two, to choose settings without a look at the test set: the first
   * 50,000 digits to learn from and the last 10,000 to validate on, as most of the literature does.
   *
   * @return the two parts, named {@code mnist:fit} and {@code mnist:validation}
   */
  public static Split fitAndValidation() {
    LabeledDigits all = train();
    return new Split(
        part("mnist:fit", all, 0, VALIDATION_START),
        part("mnist:validation", all, VALIDATION_START, all.size()));
  }

  private static LabeledDigits part(String name, LabeledDigits all, int from, int to) {
    return new LabeledDigits(
        name, all.images().subList(from, to), Arrays.copyOfRange(all.labels(), from, to));
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
