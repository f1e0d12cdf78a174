package io.github.inkling.evaluation.significance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class McNemarTestTest {
  /** Twice the lower tail of the binomial distribution, by Pascal's triangle. */
  @Test
  void agreesWithWhatIsWorkedByHand() {
    assertThat(new McNemarTest(0, 5).pValue()).isCloseTo(2.0 / 32, within(1e-15));
    assertThat(new McNemarTest(1, 9).pValue()).isCloseTo(2 * (1 + 10) / 1024.0, within(1e-15));
    assertThat(new McNemarTest(3, 2).pValue()).isEqualTo(1);
    assertThat(new McNemarTest(0, 1).pValue()).isEqualTo(1);
  }

  /**
   * The example of M. P. Fay, "Exact McNemar's Test and Matching Confidence Intervals", vignette of
   * the R package exact2x2: {@code b = 2, c = 9, p-value = 0.06543}.
   */
  @Test
  void agreesWithFaysExample() {
    assertThat(new McNemarTest(2, 9).pValue()).isCloseTo(0.06543, within(5e-6));
  }

  /** {@code scipy.stats.binomtest(first, first + second, 0.5).pvalue}, SciPy 1.10. */
  @ParameterizedTest
  @CsvSource({
    "31, 57, 0.007343408723708127",
    "100, 151, 0.0015481886001195567",
    "1100, 1000, 0.030720707864242486",
    "20, 80, 1.1159089057251951e-09",
    "300, 0, 9.818186930595453e-91",
    "7, 7, 1"
  })
  void agreesWithSciPy(int first, int second, double pValue) {
    assertThat(new McNemarTest(first, second).pValue()).isCloseTo(pValue, withinPercentage(1e-9));
  }

  @Test
  void withoutDiscordantDigitsNothingSpeaksForADifference() {
    McNemarTest test =
        McNemarTest.of(new boolean[] {true, false, true}, new boolean[] {true, false, true});

    assertThat(test.discordant()).isZero();
    assertThat(test.pValue()).isEqualTo(1);
  }

  @Test
  void countsDigitsThatOneAloneReadsRightly() {
    assertThat(
            McNemarTest.of(
                new boolean[] {true, true, true, false, false},
                new boolean[] {false, false, true, true, false}))
        .isEqualTo(new McNemarTest(2, 1));
  }

  /** 2 / 2^1023 is still a double; 2 / 2^2000 is not, and no probability is below 0. */
  @Test
  void theSmallestProbabilitiesEndAtZero() {
    assertThat(new McNemarTest(0, 1023).pValue())
        .isCloseTo(Math.scalb(1.0, -1022), withinPercentage(1e-9));
    assertThat(new McNemarTest(2000, 0).pValue()).isZero();
    assertThat(new McNemarTest(Integer.MAX_VALUE, 0).pValue()).isZero();
  }

  @Property
  void isAProbabilityThatKnowsNoFirstAndSecond(
      @ForAll @IntRange(max = 1_000_000) int first, @ForAll @IntRange(max = 1_000_000) int second) {
    double pValue = new McNemarTest(first, second).pValue();

    assertThat(pValue).isBetween(0.0, 1.0);
    assertThat(new McNemarTest(second, first).pValue()).isEqualTo(pValue);
  }

  /** The oracle adds binomial coefficients as whole numbers, without rounding. */
  @Property(tries = 200)
  void agreesWithExactArithmetic(
      @ForAll @IntRange(max = 150) int first, @ForAll @IntRange(max = 150) int second) {
    int discordant = first + second;
    BigInteger coefficient = BigInteger.ONE;
    BigInteger tail = BigInteger.ZERO;
    for (int k = 0; k <= Math.min(first, second); k++) {
      tail = tail.add(coefficient);
      coefficient =
          coefficient
              .multiply(BigInteger.valueOf(discordant - k))
              .divide(BigInteger.valueOf(k + 1));
    }
    double exact =
        new BigDecimal(tail.shiftLeft(1))
            .divide(new BigDecimal(BigInteger.ONE.shiftLeft(discordant)), MathContext.DECIMAL64)
            .min(BigDecimal.ONE)
            .doubleValue();

    assertThat(new McNemarTest(first, second).pValue()).isCloseTo(exact, withinPercentage(1e-9));
  }

  @Property
  void theOrderOfDigitsDoesNotMatter(
      @ForAll @Size(min = 1, max = 50) boolean[] right, @ForAll @IntRange(max = 49) int shift) {
    boolean[] other = new boolean[right.length];
    boolean[] shifted = new boolean[right.length];
    boolean[] shiftedOther = new boolean[right.length];
    for (int digit = 0; digit < right.length; digit++) {
      other[digit] = digit % 3 == 0;
    }
    for (int digit = 0; digit < right.length; digit++) {
      int to = (digit + shift) % right.length;
      shifted[to] = right[digit];
      shiftedOther[to] = other[digit];
    }

    assertThat(McNemarTest.of(shifted, shiftedOther)).isEqualTo(McNemarTest.of(right, other));
  }

  @Test
  void whatIsOutOfRangeIsRefusedByName() {
    assertThatThrownBy(() -> new McNemarTest(-1, 2))
        .hasMessage("onlyFirstRight must be at least 0, not -1");
    assertThatThrownBy(() -> new McNemarTest(1, -2))
        .hasMessage("onlySecondRight must be at least 0, not -2");
    assertThatThrownBy(() -> new McNemarTest(Integer.MAX_VALUE, 1))
        .hasMessage("onlyFirstRight + onlySecondRight must be in 0..2147483647, not 2147483648");
    assertThatThrownBy(() -> McNemarTest.of(new boolean[0], new boolean[0]))
        .hasMessage("firstRight must have at least 1 digit, not 0");
    assertThatThrownBy(() -> McNemarTest.of(new boolean[3], new boolean[2]))
        .hasMessage("secondRight must have as many digits as firstRight, 3, not 2");
  }
}
