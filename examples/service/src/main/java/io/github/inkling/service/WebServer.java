package io.github.inkling.service;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.staticfiles.Location;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.io.ByteBufferPool;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.CrossOriginHandler;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** Jetty, and what it refuses before a request comes to a route. */
final class WebServer {
  private static final int THREADS = 64;
  private static final int MOST_HEADERS = 8192;
  private static final int STOP_MILLIS = 30_000;
  private static final Duration LONGEST_WORK = Duration.ofMinutes(1);
  private static final Duration PREFLIGHT = Duration.ofMinutes(10);
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
  }

  /** Starts to listen. */
  void start(Javalin javalin) throws IOException {
    try {
      javalin.start();
    } catch (UncheckedIOException e) {
      throw new IOException(
          "port %d of %s cannot be used (%s); choose another with --port or --host"
              .formatted(settings.port(), settings.host(), reason(e.getCause())),
          e);
    }
  }

  private static String reason(IOException e) {
    Throwable cause = e.getCause() == null ? e : e.getCause();
    return cause instanceof UnresolvedAddressException
        ? "there is no such address"
        : cause.getMessage();
  }

  private void modify(Server server) {
    Limits limits = settings.limits();
    server.setErrorHandler(new JsonErrorHandler());
    server.setStopTimeout(STOP_MILLIS);
    server.insertHandler(new Farewell());
    if (!settings.origins().isEmpty()) {
      server.insertHandler(otherOrigins());
    }
    server.insertHandler(new Patience(limits.idleTime(), limits.connections()));
    server.addBean(new NetworkConnectionLimit(limits.connections(), server));
  }

  /** Lets pages of other origins ask; to those of any others, browsers say nothing. */
  private CrossOriginHandler otherOrigins() {
    CrossOriginHandler handler = new CrossOriginHandler();
    handler.setAllowedOriginPatterns(
        settings.origins().stream()
            .map(origin -> Pattern.quote(origin.toLowerCase(Locale.ROOT)))
            .collect(Collectors.toUnmodifiableSet()));
    handler.setAllowedMethods(Set.of("GET", "HEAD", "POST"));
    handler.setAllowedHeaders(Set.of("Content-Type", "Authorization"));
    handler.setExposedHeaders(Set.of("Retry-After", "WWW-Authenticate"));
    handler.setPreflightMaxAge(PREFLIGHT);
    return handler;
  }

  private void modify(HttpConfiguration http) {
    http.setUriCompliance(UriCompliance.DEFAULT);
    http.setRequestHeaderSize(MOST_HEADERS);
    http.setSendServerVersion(false);
    http.setSendXPoweredBy(false);
    // Java frees memory of its own sooner than the system's, and there is some for each request.
    http.setUseInputDirectByteBuffers(false);
    http.setUseOutputDirectByteBuffers(false);
    http.addCustomizer(WebServer::prepare);
  }

  private static Request prepare(Request request, HttpFields.Mutable response) {
    SecurityHeaders.set(response);
    // There is no WebSocket here, and Javalin opens a session for whoever asks for one.
    return request.getHeaders().contains(HttpHeader.SEC_WEBSOCKET_VERSION)
        ? new WithoutUpgrade(request)
        : request;
  }

  /** A request that does not ask for a WebSocket. */
  private static final class WithoutUpgrade extends Request.Wrapper {
    private final HttpFields headers;

    WithoutUpgrade(Request request) {
      super(request);
      headers = HttpFields.build(request.getHeaders()).remove(HttpHeader.SEC_WEBSOCKET_VERSION);
    }

    @Override
    public HttpFields getHeaders() {
      return headers;
    }
  }

  /**
   * Where connections have their memory from: none gets what another had. After a request that
   * cannot be parsed and comes right behind another, two of Jetty's threads serve its connection at
   * a time (12.1.14 too), and one may write into memory that the other has given back.
   */
  static ByteBufferPool buffers() {
    return new ByteBufferPool.NonPooling();
  }

  private ServerConnector connector(Server server, HttpConfiguration http) {
    ServerConnector connector =
        new ServerConnector(
            server,
            /* executor= */ null,
            /* scheduler= */ null,
            buffers(),
            /* acceptors= */ 1,
            /* selectors= */ 1,
            new HttpConnectionFactory(http));
    connector.setHost(settings.host());
    connector.setPort(settings.port());
    // Those that the system answers before they are accepted: Java's 50 are too few for a rush, and
    // whoever finds no room tries again after a second at the soonest.
    connector.setAcceptQueueSize(settings.limits().connections());
    // Requests in work are idle, too; those that do not come are left to patience.
    connector.setIdleTimeout(settings.limits().idleTime().plus(LONGEST_WORK).toMillis());
    try {
      // Before Javalin starts, which would log what is told in other words.
      connector.open();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return connector;
  }
}
