package io.github.inkling.service;

import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.Header;
import io.javalin.http.HttpResponseException;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers what failed with a {@link Problem}, and never tells more than that. */
final class ProblemAnswers {
  private static final Logger LOG = LoggerFactory.getLogger(ProblemAnswers.class);

  private static final Problem FAILED =
      new Problem(Problem.Kind.FAILED, "the service failed; what went wrong is in its log");

  private ProblemAnswers() {}

  static void configure(JavalinConfig config) {
    config.routes.exception(ProblemException.class, (e, request) -> tell(e.problem(), request));
    config.routes.exception(HttpResponseException.class, ProblemAnswers::tell);
    config.routes.exception(Exception.class, ProblemAnswers::tellUnexpected);
    config.router.javaLangErrorHandler(ProblemAnswers::tellUnexpected);
  }

  /** The problem of one digit among many, which does not stop the others. */
  static Problem problem(Throwable error) {
    if (error instanceof CompletionException && error.getCause() != null) {
      return problem(error.getCause());
    }
    if (error instanceof ProblemException known) {
      return known.problem();
    }
    LOG.error("a digit of a batch failed", error);
    return FAILED;
  }

  private static void tell(Problem problem, Context request) {
    if (problem.kind() == Problem.Kind.BUSY) {
      request.header(Header.RETRY_AFTER, Integer.toString(Problem.RETRY_SECONDS));
    }
    request.status(problem.kind().status());
    Answers.send(problem.json(), Problem.CONTENT_TYPE, request);
  }

  /** What Javalin refuses: unknown routes and methods. */
  private static void tell(HttpResponseException error, Context request) {
    Problem.Kind kind = Problem.Kind.of(error.getStatus());
    String methods = error.getDetails().get("availableMethods");
    if (methods == null) {
      methods = error.getDetails().get("Available methods");
    }
    if (methods != null) {
      request.header(Header.ALLOW, methods);
    }
    tell(
        new Problem(
            kind,
            kind == Problem.Kind.NOT_FOUND
                ? "there is nothing at this address; see /api"
                : kind == Problem.Kind.METHOD_NOT_ALLOWED
                    ? "this address takes " + methods
                    : "the request cannot be answered; see /api"),
        request);
  }

  private static void tellUnexpected(Exception error, Context request) {
    LOG.error("{} {} failed", request.method(), RequestRoute.of(request), error);
    tell(FAILED, request);
  }

  /** Such as too little memory for one request, which is no reason not to answer others. */
  private static void tellUnexpected(HttpServletResponse response, Error error) {
    LOG.error("a request failed", error);
    if (response.isCommitted()) {
      return;
    }
    response.resetBuffer();
    response.setStatus(FAILED.kind().status());
    response.setContentType(Problem.CONTENT_TYPE);
    try {
      response.getOutputStream().write(FAILED.json().toString().getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      LOG.debug("the client is gone", e);
    }
  }
}
