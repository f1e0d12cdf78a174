package io.github.inkling.service;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.component.ContainerLifeCycle;
import org.eclipse.jetty.util.thread.Scheduler;

/**
 * Closes connections on which no request comes whole in time: sooner where there are as many as may
 * be. An idle timeout does not, since a byte now and then keeps a connection from being idle.
 */
final class Patience extends Handler.Wrapper {
  private static final long LOOK_MILLIS = 500;
  private static final Duration SHORT = Duration.ofSeconds(1);

  private final Duration patience;
  private final int mostConnections;
  private final AtomicInteger connections = new AtomicInteger();

  private final Map<Connection, Use> uses = new ConcurrentHashMap<>();

  private volatile Scheduler.Task next;

  /** What a connection does: how many requests are in work, and since when that is so. */
  private record Use(int requests, long since) {
    static final Use NONE = new Use(0, 0);

    Use plus(int more) {
      return new Use(requests + more, System.nanoTime());
    }
  }

  Patience(Duration patience, int mostConnections) {
    this.patience = patience;
    this.mostConnections = mostConnections;
  }

  @Override
  protected void doStart() throws Exception {
    super.doStart();
    for (Connector connector : getServer().getConnectors()) {
      ((ContainerLifeCycle) connector).addBean(new Count());
    }
    look();
  }

  @Override
  protected void doStop() throws Exception {
    next.cancel();
    super.doStop();
  }

  /** Hears of connections. */
  private final class Count implements Connection.Listener {
    @Override
    public void onOpened(Connection connection) {
      connections.incrementAndGet();
      change(connection, 0);
    }

    @Override
    public void onClosed(Connection connection) {
      connections.decrementAndGet();
      uses.remove(connection);
    }
  }

  private void change(Connection connection, int requests) {
    uses.compute(connection, (same, use) -> (use == null ? Use.NONE : use).plus(requests));
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    Connection connection = request.getConnectionMetaData().getConnection();
    change(connection, 1);
    Request.addCompletionListener(request, failure -> change(connection, -1));
    return super.handle(request, response, callback);
  }

  private void look() {
    boolean isFull = connections.get() >= mostConnections;
    long left = (isFull && SHORT.compareTo(patience) < 0 ? SHORT : patience).toNanos();
    long now = System.nanoTime();
    uses.forEach(
        (connection, use) -> {
          if (!connection.getEndPoint().isOpen()) {
            uses.remove(connection);
          } else if (use.requests == 0 && now - use.since > left) {
            connection.close();
          }
        });
    next = getServer().getScheduler().schedule(this::look, LOOK_MILLIS, TimeUnit.MILLISECONDS);
  }
}
