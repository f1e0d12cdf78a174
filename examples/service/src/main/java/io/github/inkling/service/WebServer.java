package io.github.inkling.service;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.staticfiles.Location;
import io.javalin.util.JavalinBindException;
import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.ForwardedRequestCustomizer;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** Jetty, and what it refuses before a request comes to a route. */
final class WebServer {
  private static final int THREADS = 32;
  private static final int MOST_HEADERS = 8192;
  private static final int IDLE_MILLIS = 30_000;
  private static final int STOP_MILLIS = 30_000;
  private static final String PAGE = "/io/github/inkling/service/page";

  private final ServiceSettings settings;

  WebServer(ServiceSettings settings) {
    this.settings = settings;
  }

  void configure(JavalinConfig config) {
    config.startup.showJavalinBanner = false;
    config.startup.startupWatcherEnabled = false;
    config.startup.showOldJavalinVersionWarning = false;
    config.http.prefer405over404 = true;
    config.jetty.threadPool = new QueuedThreadPool(THREADS);
    config.jetty.modifyServer(this::modify);
    config.jetty.modifyHttpConfiguration(this::modify);
    config.jetty.addConnector(this::connector);
    config.staticFiles.add(
        files -> {
          files.directory = PAGE;
          files.location = Location.CLASSPATH;
          files.headers = Map.of("Cache-Control", "no-cache");
          files.mimeTypes.add("application/manifest+json", "webmanifest");
        });
    if (!settings.origins().isEmpty()) {
      config.bundledPlugins.enableCors(
          cors ->
              cors.addRule(
                  rule -> {
                    String[] others = settings.origins().toArray(String[]::new);
                    rule.allowHost(others[0], Arrays.copyOfRange(others, 1, others.length));
                    rule.path = "/api/*";
                  }));
    }
  }

  /** Starts to listen. */
  void start(Javalin javalin) throws IOException {
    try {
      javalin.start();
    } catch (JavalinBindException e) {
      throw new IOException(
          "port %d of %s cannot be used (%s); choose another with --port"
              .formatted(settings.port(), settings.host(), e.getMessage()),
          e);
    }
  }

  private void modify(Server server) {
    server.setErrorHandler(new JsonErrorHandler());
    server.setStopTimeout(STOP_MILLIS);
    server.insertHandler(new GracefulHandler());
    server.addBean(new NetworkConnectionLimit(settings.limits().connections(), server));
  }

  private void modify(HttpConfiguration http) {
    http.setUriCompliance(UriCompliance.DEFAULT);
    http.setRequestHeaderSize(MOST_HEADERS);
    http.setSendServerVersion(false);
    http.setSendXPoweredBy(false);
    if (settings.behindProxy()) {
      http.addCustomizer(new ForwardedRequestCustomizer());
    }
  }

  private ServerConnector connector(Server server, HttpConfiguration http) {
    ServerConnector connector =
        new ServerConnector(
            server, /* acceptors= */ 1, /* selectors= */ 1, new HttpConnectionFactory(http));
    connector.setHost(settings.host());
    connector.setPort(settings.port());
    connector.setIdleTimeout(IDLE_MILLIS);
    return connector;
  }
}
