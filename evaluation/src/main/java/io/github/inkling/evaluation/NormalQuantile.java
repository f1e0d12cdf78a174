package io.github.inkling.evaluation;

/**
 * Quantiles of the standard normal distribution: algorithm AS 241, routine PPND16, of M. J. Wichura
 * (1988), "The Percentage Points of the Normal Distribution", Applied Statistics 37(3), 477-484;
 * accurate to about 1 part in 10^16.
 */
final class NormalQuantile {
  /** Within this distance of the median the first of Wichura's three approximations holds. */
  private static final double CENTRE = 0.425;

  private static final double CENTRE_SHIFT = 0.180625;
  private static final double[] CENTRE_NUMERATOR = {
    3.3871328727963665,
    133.14166789178438,
    1971.5909503065513,
    13731.69376550946,
    45921.95393154987,
    67265.7709270087,
    33430.57558358813,
    2509.0809287301227
  };
  private static final double[] CENTRE_DENOMINATOR = {
    1.0,
    42.31333070160091,
    687.1870074920579,
    5394.196021424751,
    21213.794301586597,
    39307.89580009271,
    28729.085735721943,
    5226.495278852854
  };

  /** Up to this square root of -ln p the second holds, beyond it the third. */
  private static final double FAR = 5;

  private static final double TAIL_SHIFT = 1.6;
  private static final double[] TAIL_NUMERATOR = {
    1.4234371107496835,
    4.630337846156546,
    5.769497221460691,
    3.6478483247632045,
    1.2704582524523684,
    0.2417807251774506,
    0.022723844989269184,
    0.0007745450142783414
  };
  private static final double[] TAIL_DENOMINATOR = {
    1.0,
    2.053191626637759,
    1.6763848301838038,
    0.6897673349851,
    0.14810397642748008,
    0.015198666563616457,
    0.0005475938084995345,
    1.0507500716444169e-09
  };
  private static final double[] FAR_NUMERATOR = {
    6.657904643501103,
    5.463784911164114,
    1.7848265399172913,
    0.29656057182850487,
    0.026532189526576124,
    0.0012426609473880784,
    2.7115555687434876e-05,
    2.0103343992922881e-07
  };
  private static final double[] FAR_DENOMINATOR = {
    1.0,
    0.599832206555888,
    0.1369298809227358,
    0.014875361290850615,
    0.0007868691311456133,
    1.8463183175100548e-05,
    1.421511758316446e-07,
    2.0442631033899397e-15
  };

  private NormalQuantile() {}

  /**
   * The value below which a standard normal variable falls with probability {@code p}.
   *
   * @param p above 0 and below 1
   */
  static double of(double p) {
    double fromMedian = p - 0.5;
    if (Math.abs(fromMedian) <= CENTRE) {
      double r = CENTRE_SHIFT - fromMedian * fromMedian;
      return fromMedian * polynomial(CENTRE_NUMERATOR, r) / polynomial(CENTRE_DENOMINATOR, r);
    }
    double r = Math.sqrt(-Math.log(fromMedian < 0 ? p : 1 - p));
    double distance =
        r <= FAR
            ? polynomial(TAIL_NUMERATOR, r - TAIL_SHIFT)
                / polynomial(TAIL_DENOMINATOR, r - TAIL_SHIFT)
            : polynomial(FAR_NUMERATOR, r - FAR) / polynomial(FAR_DENOMINATOR, r - FAR);
    return Math.copySign(distance, fromMedian);
  }

  private static double polynomial(double[] coefficients, double x) {
    double value = 0;
    for (int power = coefficients.length - 1; power >= 0; power--) {
      value = value * x + coefficients[power];
    }
    return value;
  }
}
