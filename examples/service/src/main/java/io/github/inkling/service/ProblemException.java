package io.github.inkling.service;

/** Ends a request with a problem. It is no fault of the program's, so it has no stack trace. */
final class ProblemException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Problem problem;

  ProblemException(Problem.Kind kind, String detail) {
    super(
        detail, /* cause= */ null, /* enableSuppression= */ false, /* writableStackTrace= */ false);
    problem = new Problem(kind, detail);
  }

  Problem problem() {
    return problem;
  }

  static ProblemException busy(String what) {
    return new ProblemException(Problem.Kind.BUSY, what + "; ask again in a second");
  }
}
