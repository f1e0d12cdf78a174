package io.github.inkling.core.dataset;

import io.github.inkling.core.Sha256;
import io.github.inkling.core.image.GrayImage;
import io.github.inkling.core.model.Prediction;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** Pictures of single digits with their labels. Immutable. */
public final class LabeledDigits {
  private final String name;
  private final List<GrayImage> images;
  private final int[] labels;

  /** Kept once it was asked for: it is dear, and whoever compares digits asks again. */
  private volatile String contentHash;

  /**
   * Puts pictures and labels together.
   *
   * @param name where they come from, for people: {@code "mnist:train"}
   * @param images the pictures, of any sizes
   * @param labels their labels, 0 to 9, one per picture
   * @throws IllegalArgumentException if pictures and labels differ in number, or a label is outside
   *     0..9
   */
  public LabeledDigits(String name, List<GrayImage> images, int[] labels) {
    if (images.size() != labels.length) {
      throw new IllegalArgumentException(
          "%s: %d pictures, but %d labels".formatted(name, images.size(), labels.length));
    }
    for (int i = 0; i < labels.length; i++) {
      if (labels[i] < 0 || labels[i] >= Prediction.CLASSES) {
        throw new IllegalArgumentException(
            "%s: label %d of picture %d is not in 0..9".formatted(name, labels[i], i));
      }
    }
    this.name = name;
    this.images = List.copyOf(images);
    this.labels = labels.clone();
  }

  /**
   * Where the digits come from.
   *
   * @return such as {@code "mnist:train"}
   */
  public String name() {
    return name;
  }

  /**
   * Number of digits.
   *
   * @return at least 0
   */
  public int size() {
    return labels.length;
  }

  /**
   * The pictures.
   *
   * @return an unmodifiable list
   */
  public List<GrayImage> images() {
    return images;
  }

  /**
   * One picture.
   *
   * @param index from 0
   * @return the picture
   */
  public GrayImage image(int index) {
    return images.get(index);
  }

  /**
   * Copies the labels.
   *
   * @return one per picture, 0 to 9
   */
  public int[] labels() {
    return labels.clone();
  }

  /**
   * One label.
   *
   * @param index from 0
   * @return 0 to 9
   */
  public int label(int index) {
    return labels[index];
  }

  /**
   * Number of pictures of each digit.
   *
   * @return ten counts, by digit
   */
  public int[] classCounts() {
    int[] counts = new int[Prediction.CLASSES];
    for (int label : labels) {
      counts[label]++;
    }
    return counts;
  }

  /**
   * Some of the digits.
   *
   * @param indices the digits wanted, in the order wanted
   * @return a new set of the same name
   */
  public LabeledDigits select(int... indices) {
    List<GrayImage> selected = new ArrayList<>(indices.length);
    int[] selectedLabels = new int[indices.length];
    for (int i = 0; i < indices.length; i++) {
      selected.add(images.get(indices[i]));
      selectedLabels[i] = labels[indices[i]];
    }
    return new LabeledDigits(name, selected, selectedLabels);
  }

  /**
   * The first digits, in their order.
   *
   * @param count how many, at least 0
   * @return a new set of the same name; all digits if there are no more
   */
  public LabeledDigits first(int count) {
    return select(IntStream.range(0, Math.min(count, size())).toArray());
  }

  /**
   * The same digits in random order.
   *
   * @param seed decides the order; the same seed gives the same order on every machine
   * @return a new set of the same name
   */
  public LabeledDigits shuffle(long seed) {
    return select(Permutation.of(size(), new Random(seed)));
  }

  /**
   * Identifies the content: sizes, pixels and labels in their order, whatever the name.
   *
   * <p>It is the SHA-256 of, for each digit in turn, the label, the width and the height, each in
   * four bytes (big-endian), and the pixels. As the sizes stand before the pixels, two sets of the
   * same bytes are the same set.
   *
   * @return 64 hexadecimal digits
   */
  public String contentHash() {
    if (contentHash == null) {
      contentHash = computeContentHash();
    }
    return contentHash;
  }

  private String computeContentHash() {
    MessageDigest digest = Sha256.start();
    ByteBuffer header = ByteBuffer.allocate(3 * Integer.BYTES);
    for (int i = 0; i < labels.length; i++) {
      GrayImage image = images.get(i);
      header.clear().putInt(labels[i]).putInt(image.width()).putInt(image.height());
      digest.update(header.array());
      digest.update(image.pixels());
    }
    return Sha256.hex(digest);
  }

  @Override
  public String toString() {
    return name + " (" + labels.length + " digits)";
  }
}
