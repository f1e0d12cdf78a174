package io.github.inkling.classifiers.ensemble;

/** A convex function of several numbers, twice differentiable where it is finite. */
interface ConvexFunction {
  /** Its value at a point; infinite where it has none. */
  double value(double[] point);

  /**
   * Its first and second derivatives at a point where it is finite.
   *
   * @param gradient holds zeros, and the first derivatives then
   * @param hessian holds zeros, and the second derivatives then, its lower triangle at least
   */
  void derivatives(double[] point, double[] gradient, double[][] hessian);
}
