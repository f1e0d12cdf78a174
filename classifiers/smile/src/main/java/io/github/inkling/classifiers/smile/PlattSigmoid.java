package io.github.inkling.classifiers.smile;

/**
 * Turns decision values into probabilities: {@code P(first class | f) = 1 / (1 + exp(a f + b))}.
 * Platt's model (1999), fitted by the Newton method of Lin, Lin and Weng, "A note on Platt's
 * probabilistic outputs for support vector machines", Machine Learning 68, 2007, whose Algorithm 1
 * this follows.
 *
 * @param a slope, negative when larger decision values speak for the first class; finite
 * @param b offset; finite
 */
record PlattSigmoid(double a, double b) {
  private static final int MAX_ITERATIONS = 100;
  private static final double MIN_STEP = 1e-10;
  private static final double RIDGE = 1e-12;
  private static final double GRADIENT_TOLERANCE = 1e-5;

  PlattSigmoid {
    if (!Double.isFinite(a) || !Double.isFinite(b)) {
      throw new IllegalArgumentException(
          "the slope and offset of a sigmoid must be finite, not %s and %s".formatted(a, b));
    }
  }

  /** The probability of the first class. */
  double probability(double decision) {
    return sigmoid(a * decision + b);
  }

  /** Fits to decision values of digits of known class. */
  static PlattSigmoid fit(double[] decisions, boolean[] first) {
    int positives = 0;
    for (boolean isFirst : first) {
      positives += isFirst ? 1 : 0;
    }
    int negatives = first.length - positives;
    double high = (positives + 1.0) / (positives + 2.0);
    double low = 1 / (negatives + 2.0);
    double[] targets = new double[first.length];
    for (int i = 0; i < targets.length; i++) {
      targets[i] = first[i] ? high : low;
    }

    PlattSigmoid sigmoid = new PlattSigmoid(0, Math.log((negatives + 1.0) / (positives + 1.0)));
    double loss = sigmoid.loss(decisions, targets);
    for (int iteration = 0; iteration < MAX_ITERATIONS; iteration++) {
      double aa = RIDGE;
      double bb = RIDGE;
      double ab = 0;
      double gradientA = 0;
      double gradientB = 0;
      for (int i = 0; i < decisions.length; i++) {
        double p = sigmoid.probability(decisions[i]);
        double curvature = p * (1 - p);
        aa += decisions[i] * decisions[i] * curvature;
        bb += curvature;
        ab += decisions[i] * curvature;
        gradientA += decisions[i] * (targets[i] - p);
        gradientB += targets[i] - p;
      }
      if (Math.abs(gradientA) < GRADIENT_TOLERANCE && Math.abs(gradientB) < GRADIENT_TOLERANCE) {
        break;
      }
      double determinant = aa * bb - ab * ab;
      double stepA = -(bb * gradientA - ab * gradientB) / determinant;
      double stepB = -(aa * gradientB - ab * gradientA) / determinant;
      if (!Double.isFinite(stepA) || !Double.isFinite(stepB)) {
        break;
      }
      double slope = gradientA * stepA + gradientB * stepB;

      double size = 1;
      PlattSigmoid next = sigmoid;
      for (; size >= MIN_STEP; size /= 2) {
        PlattSigmoid candidate =
            new PlattSigmoid(sigmoid.a + size * stepA, sigmoid.b + size * stepB);
        double candidateLoss = candidate.loss(decisions, targets);
        if (candidateLoss < loss + 1e-4 * size * slope) {
          next = candidate;
          loss = candidateLoss;
          break;
        }
      }
      if (size < MIN_STEP) {
        break;
      }
      sigmoid = next;
    }
    return sigmoid;
  }

  /** Negative log likelihood, without overflow however large a decision value is. */
  private double loss(double[] decisions, double[] targets) {
    double sum = 0;
    for (int i = 0; i < decisions.length; i++) {
      double z = a * decisions[i] + b;
      sum +=
          z >= 0
              ? targets[i] * z + Math.log1p(Math.exp(-z))
              : (targets[i] - 1) * z + Math.log1p(Math.exp(z));
    }
    return sum;
  }

  /** {@code 1 / (1 + exp(z))}. */
  private static double sigmoid(double z) {
    if (z >= 0) {
      double e = Math.exp(-z);
      return e / (1 + e);
    }
    return 1 / (1 + Math.exp(z));
  }
}
