package io.github.inkling.service;

import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.util.Callback;

/** Takes no more requests when the service stops, except for those about its health. */
final class Farewell extends GracefulHandler {
  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    boolean isLastWord = isShutdown() && Request.getPathInContext(request).startsWith("/health/");
    return isLastWord
        ? getHandler().handle(request, response, callback)
        : super.handle(request, response, callback);
  }
}
