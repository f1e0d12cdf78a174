package io.github.inkling.service;

import java.util.Locale;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;

/** Answers what never came as far as a route, such as a broken request, without telling how. */
final class JsonErrorHandler extends ErrorHandler {
  @Override
  public boolean errorPageForMethod(String method) {
    return true;
  }

  @Override
  protected void generateResponse(
      Request request,
      Response response,
      int status,
      String message,
      Throwable cause,
      Callback callback) {
    Problem.Kind kind = Problem.Kind.of(status);
    response.setStatus(kind.status());
    SecurityHeaders.set(response.getHeaders());
    if (kind == Problem.Kind.BUSY) {
      response.getHeaders().put(HttpHeader.RETRY_AFTER, Problem.RETRY_SECONDS);
    }
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, Problem.CONTENT_TYPE);
    Problem problem =
        new Problem(
            kind, "the request cannot be answered: " + kind.title().toLowerCase(Locale.ROOT));
    Content.Sink.write(response, true, problem.json().toString(), callback);
  }
}
