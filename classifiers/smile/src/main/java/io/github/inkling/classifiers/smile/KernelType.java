package io.github.inkling.classifiers.smile;

/** The kernels of a support vector machine. */
public enum KernelType {
  /** {@code a · b}. */
  LINEAR,
  /** Gaussian radial basis function, {@code exp(-gamma |a - b|²)}. */
  RBF,
  /** Polynomial, {@code (gamma a · b + coef0)^degree}. */
  POLY
}
