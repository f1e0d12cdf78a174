package io.github.inkling.service;

import io.javalin.http.Context;
import io.javalin.router.Endpoint;

/** The route that a request took. */
final class RequestRoute {
  private static final String OTHER = "other";

  private RequestRoute() {}

  /** Its path; one word for files and for whatever is not there. */
  static String of(Context request) {
    Endpoint endpoint = request.endpoints().lastHttpEndpoint();
    return endpoint == null || endpoint.path.isEmpty() ? OTHER : endpoint.path;
  }
}
