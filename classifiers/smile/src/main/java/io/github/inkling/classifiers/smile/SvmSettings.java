package io.github.inkling.classifiers.smile;

import io.github.inkling.core.model.ComponentSpec;
import io.github.inkling.core.model.PlainNumber;
import io.github.inkling.core.model.SettingRange;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * Settings of a support vector machine.
 *
 * @param kernel the kernel
 * @param c soft-margin penalty C, above 0
 * @param gamma scale of the RBF and polynomial kernels, above 0; empty means {@value #GAMMA_FACTOR}
 *     divided by the sum of the features' variances, of those along the axes if there are axes,
 *     which depends neither on the number nor on the scale of the features
 * @param degree degree of the polynomial kernel, 1 to 10
 * @param coef0 constant of the polynomial kernel, finite and at least 0
 * @param tolerance at which the solver stops: largest violation of the optimality conditions, above
 *     0 and at most 1
 * @param epochs passes of the solver over each working set of a machine, 1 to 10; over the first
 *     one, if it is a mere sample of the digits, and for calibration it makes a single pass
 * @param folds parts into which the digits of a machine are cut to calibrate its probabilities on
 *     held-out decision values, 2 to 10
 * @param virtual virtual support vectors: changed copies of each support vector on which the
 *     machine is trained again, 0 to {@value #MOST_VIRTUAL}
 * @param axes principal axes of the features in which the machines work, 1 to {@value #MOST_AXES};
 *     0, or as many as there are features or more, means that they work in the features themselves
 * @param memory megabytes for the machines in training, at least 1; empty means a quarter of the
 *     largest heap, at most 1024. With less memory fewer machines are trained at a time; the
 *     classifier is the same. The heap itself bounds it, too, see {@link SvmTrainer}
 */
public record SvmSettings(
    KernelType kernel,
    double c,
    OptionalDouble gamma,
    int degree,
    double coef0,
    double tolerance,
    int epochs,
    int folds,
    int virtual,
    int axes,
    OptionalInt memory) {
  /** RBF kernel, C = 10, gamma from the features, 200 principal axes. */
  public static final SvmSettings DEFAULT =
      new SvmSettings(
          KernelType.RBF,
          10,
          OptionalDouble.empty(),
          3,
          1,
          1e-3,
          2,
          2,
          0,
          200,
          OptionalInt.empty());

  static final double GAMMA_FACTOR = 1.4;

  private static final int MOST_VIRTUAL = 100;
  private static final int MOST_AXES = 1000;
  private static final String AUTO = "auto";

  /**
   * Checks the settings.
   *
   * @param kernel the kernel
   * @param c above 0
   * @param gamma above 0, or empty
   * @param degree 1 to 10
   * @param coef0 at least 0
   * @param tolerance above 0 and at most 1
   * @param epochs 1 to 10
   * @param folds 2 to 10
   * @param virtual 0 to {@value #MOST_VIRTUAL}
   * @param axes 0 to {@value #MOST_AXES}
   * @param memory at least 1 MB, or empty
   * @throws IllegalArgumentException if a setting is out of range, naming it
   */
  public SvmSettings {
    SettingRange.requirePositive("c", c);
    gamma.ifPresent(value -> SettingRange.requirePositive("gamma", value));
    SettingRange.require("degree", degree, 1, KernelFunction.MAX_DEGREE);
    SettingRange.requireNonNegative("coef0", coef0);
    if (!(tolerance > 0 && tolerance <= 1)) {
      throw new IllegalArgumentException("tol must be above 0 and at most 1, not " + tolerance);
    }
    SettingRange.require("epochs", epochs, 1, 10);
    SettingRange.require("folds", folds, 2, 10);
    SettingRange.require("virtual", virtual, 0, MOST_VIRTUAL);
    SettingRange.require("axes", axes, 0, MOST_AXES);
    memory.ifPresent(value -> SettingRange.require("memory", value, 1, 1 << 20));
  }

  /**
   * Reads the settings that are given; the others are those of {@link #DEFAULT}.
   *
   * @param spec such as {@code svm:kernel=rbf,c=10,gamma=0.4}
   * @return the settings
   * @throws IllegalArgumentException if a setting is unknown or out of range, naming it
   */
  public static SvmSettings parse(ComponentSpec spec) {
    spec.allow(
        "kernel", "c", "gamma", "degree", "coef0", "tol", "epochs", "folds", "virtual", "axes",
        "memory");
    String kernel = spec.option("kernel", "rbf", "linear", "rbf", "poly");
    return new SvmSettings(
        KernelType.valueOf(kernel.toUpperCase(Locale.ROOT)),
        spec.number("c", DEFAULT.c),
        isAuto(spec, "gamma") ? OptionalDouble.empty() : OptionalDouble.of(spec.number("gamma", 1)),
        spec.integer("degree", DEFAULT.degree),
        spec.number("coef0", DEFAULT.coef0),
        spec.number("tol", DEFAULT.tolerance),
        spec.integer("epochs", DEFAULT.epochs),
        spec.integer("folds", DEFAULT.folds),
        spec.integer("virtual", DEFAULT.virtual),
        spec.integer("axes", DEFAULT.axes),
        isAuto(spec, "memory") ? OptionalInt.empty() : OptionalInt.of(spec.integer("memory", 1)));
  }

  /**
   * All settings as text.
   *
   * @return such as {@code svm:kernel=rbf,c=10,gamma=auto,...}, which {@link #parse} reads
   */
  public String spec() {
    return String.format(
        Locale.ROOT,
        "svm:kernel=%s,c=%s,gamma=%s,degree=%d,coef0=%s,tol=%s,epochs=%d,folds=%d,virtual=%d,axes=%d,memory=%s",
        kernel.name().toLowerCase(Locale.ROOT),
        PlainNumber.format(c),
        gamma.isPresent() ? PlainNumber.format(gamma.getAsDouble()) : AUTO,
        degree,
        PlainNumber.format(coef0),
        PlainNumber.format(tolerance),
        epochs,
        folds,
        virtual,
        axes,
        memory.isPresent() ? String.valueOf(memory.getAsInt()) : AUTO);
  }

  private static boolean isAuto(ComponentSpec spec, String key) {
    return spec.text(key, AUTO).equals(AUTO);
  }
}
