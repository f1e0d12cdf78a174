package io.github.inkling.classifiers.cnn;

/** A layer of a network. All but pooling have weights, and all of those but the last rectify. */
sealed interface Layer {
  /**
   * As the architecture of a model file has it.
   *
   * @return such as {@code conv32x3}
   */
  String text();

  /**
   * A convolution, whose stride is 1.
   *
   * @param channels it makes
   * @param size of its square kernel, odd
   * @param padded whether zeros around its input keep the output as large
   */
  record Convolution(int channels, int size, boolean padded) implements Layer {
    @Override
    public String text() {
      return "conv%dx%d%s".formatted(channels, size, padded ? "" : "valid");
    }

    /** Zeros on each side. */
    int padding() {
      return padded ? size / 2 : 0;
    }
  }

  /** The largest of each square of 2 x 2. */
  record Pooling() implements Layer {
    @Override
    public String text() {
      return "pool";
    }
  }

  /**
   * A layer whose units see all that is below.
   *
   * @param units it has
   */
  record Dense(int units) implements Layer {
    @Override
    public String text() {
      return "dense" + units;
    }
  }
}
