package io.github.inkling.core.model;

import io.github.inkling.core.image.DigitImage;
import java.util.List;

/**
 * Describes normalised digits by numbers. Immutable, safe for concurrent use, and deterministic:
 * the same digit gives the same features, alone or in any batch.
 */
public interface FeatureExtractor {
  /** The most digits that {@link #extractAll} gives to one thread at a time. */
  int BLOCK = 256;

  /**
   * The name from which this extractor can be made again, all settings included.
   *
   * @return such as {@code "zoning:4x4"}; see {@link ComponentSpec}
   */
  String spec();

  /**
   * Number of features of a digit.
   *
   * @return at least 1
   */
  int length();

  /**
   * Computes the features of a few digits on the calling thread.
   *
   * @param digits the digits
   * @param rows where the features go: digit {@code i}'s at {@code i * length()} and following;
   *     these hold zeros when this is called, so that values may be added up in place
   */
  void extract(List<DigitImage> digits, float[] rows);

  /**
   * Computes the features of many digits, on all cores.
   *
   * @param digits the digits, any number
   * @param progress hears of finished digits
   * @return one row per digit, in their order
   * @throws IllegalArgumentException if the matrix would be too large or a feature is not finite
   */
  default FeatureMatrix extractAll(List<DigitImage> digits, ProgressListener progress) {
    int total = digits.size();
    float[] values = new float[FeatureMatrix.size(total, length())];
    ParallelBlocks.forEach(
        total,
        BLOCK,
        "Extracting features",
        progress,
        (from, to) -> {
          float[] rows = new float[(to - from) * length()];
          extract(digits.subList(from, to), rows);
          System.arraycopy(rows, 0, values, from * length(), rows.length);
        });
    return FeatureMatrix.wrap(total, length(), values);
  }

  /**
   * Computes the features of many digits, on all cores, in silence.
   *
   * @param digits the digits, any number
   * @return one row per digit, in their order
   */
  default FeatureMatrix extractAll(List<DigitImage> digits) {
    return extractAll(digits, ProgressListener.NONE);
  }
}
