package io.github.inkling.core.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.inkling.core.image.DigitImage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * What every {@link FeatureExtractor} must keep to. The test of an implementation implements this
 * interface and names the extractor.
 */
public interface FeatureExtractorContract {
  /**
   * The extractor under test.
   *
   * @return a new one, with the same settings, each time
   */
  FeatureExtractor extractor();

  /**
   * Where the extractor's specification is read again.
   *
   * @return by default, those on the class path
   */
  default FeatureExtractors known() {
    return FeatureExtractors.with();
  }

  /** The specification spells out the extractor, and reading it again changes nothing. */
  @Test
  default void itsSpecificationMakesTheSameExtractorAgain() {
    FeatureExtractor again = known().parse(extractor().spec());

    assertThat(again.spec()).isEqualTo(extractor().spec());
    assertThat(again.length()).isEqualTo(extractor().length());
    assertThat(again.extractAll(SampleDigits.some()))
        .isEqualTo(extractor().extractAll(SampleDigits.some()));
    assertThat(known().restore(extractor().spec()).spec()).isEqualTo(extractor().spec());
  }

  /** The specification is the same, and can be read again, in a country with digits of its own. */
  @Test
  default void itsSpecificationIsTheSameInEveryLocale() {
    String spec = extractor().spec();
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("ar-EG"));

      assertThat(extractor().spec()).isEqualTo(spec);
      assertThat(known().parse(spec).spec()).isEqualTo(spec);
    } finally {
      Locale.setDefault(before);
    }
  }

  /** The same digits give the same features. */
  @Test
  default void theSameDigitsGiveTheSameFeatures() {
    FeatureExtractor extractor = extractor();
    FeatureMatrix first = extractor.extractAll(SampleDigits.some());

    assertThat(extractor.extractAll(SampleDigits.some())).isEqualTo(first);
    assertThat(extractor().extractAll(SampleDigits.some())).isEqualTo(first);
  }

  /** There are as many features as promised, and they tell digits apart. */
  @Test
  default void thereAreAsManyFeaturesAsPromised() {
    FeatureMatrix features = extractor().extractAll(SampleDigits.some());

    assertThat(features.columns()).isEqualTo(extractor().length()).isPositive();
    assertThat(features.rows()).isEqualTo(SampleDigits.some().size());
    assertThat(features.row(SampleDigits.STROKE)).isNotEqualTo(features.row(SampleDigits.RING));
  }

  /** A digit has the same features alone as among others, whatever it stands beside. */
  @Test
  default void aDigitIsDescribedAloneAsAmongOthers() {
    FeatureExtractor extractor = extractor();
    List<DigitImage> digits = SampleDigits.some();
    FeatureMatrix together = extractor.extractAll(digits);

    for (int i = 0; i < digits.size(); i++) {
      assertThat(extractor.extractAll(List.of(digits.get(i))).row(0))
          .as("digit %d", i)
          .isEqualTo(together.row(i));
    }
  }

  /** More digits than one block holds, on all cores at once, are described as one by one. */
  @Test
  default void manyThreadsDescribeAsOne() {
    FeatureExtractor extractor = extractor();
    List<DigitImage> digits = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      digits.addAll(SampleDigits.some());
    }
    float[] serial = new float[digits.size() * extractor.length()];
    extractor.extract(digits, serial);

    List<FeatureMatrix> concurrent =
        IntStream.range(0, 8)
            .parallel()
            .mapToObj(thread -> extractor.extractAll(digits, ProgressListener.NONE))
            .toList();

    FeatureMatrix expected = FeatureMatrix.wrap(digits.size(), extractor.length(), serial);
    assertThat(concurrent).isEqualTo(Collections.nCopies(8, expected));
  }

  /** What lies behind the rows stays. */
  @Test
  default void itWritesItsRowsAndNothingElse() {
    FeatureExtractor extractor = extractor();
    List<DigitImage> digits = SampleDigits.some();
    int end = digits.size() * extractor.length();
    float[] rows = new float[end + 3];
    Arrays.fill(rows, end, rows.length, 77);

    extractor.extract(digits, rows);

    assertThat(rows).startsWith(extractor.extractAll(digits).values()).endsWith(77, 77, 77);
  }

  /** No digits give no rows. */
  @Test
  default void noDigitsGiveNoRows() {
    assertThat(extractor().extractAll(List.of()))
        .isEqualTo(FeatureMatrix.wrap(0, extractor().length(), new float[0]));
  }

  /** Paper without ink, ink without paper and lonely pixels have finite features, too. */
  @Test
  default void oddDigitsHaveFiniteFeatures() {
    FeatureMatrix features = extractor().extractAll(SampleDigits.odd());

    for (float value : features.values()) {
      assertThat(value).isFinite();
    }
  }

  /** Progress is heard from the first digit to the last. */
  @Test
  default void progressIsHeardFromTheBeginningToTheEnd() {
    List<DigitImage> digits = SampleDigits.some();
    List<Long> heard = new ArrayList<>();

    extractor().extractAll(digits, (stage, done, total) -> heard.add(done));

    assertThat(heard).isSorted().startsWith(0L).endsWith((long) digits.size());
  }
}
