package io.github.inkling.service;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.jetty.io.AbstractEndPoint;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.component.ContainerLifeCycle;
import org.eclipse.jetty.util.thread.Scheduler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Closes connections on which no request comes whole in time: sooner where there are as many as may
 * be; and those that take their answer too slowly, for whom a thread would wait. An idle timeout
 * does not, since a byte now and then keeps a connection from being idle.
 */
final class Patience extends Handler.Wrapper {
  private static final Logger LOG = LoggerFactory.getLogger(Patience.class);
  private static final long LOOK_MILLIS = 500;
  private static final Duration SHORT = Duration.ofSeconds(1);

  /** An answer that is stuck takes so many bytes in so long a time, or is given up. */
  private static final long LEAST_BYTES = 20_000;

  private static final Duration STUCK = Duration.ofSeconds(5);

  private final Duration patience;
  private final int mostConnections;
  private final AtomicInteger connections = new AtomicInteger();

  private final Map<Connection, Use> uses = new ConcurrentHashMap<>();

  private final Map<Connection, Writing> stuck = new ConcurrentHashMap<>();

  private volatile Scheduler.Task next;

  /** What a connection does: how many requests are in work, and since when that is so. */
  private record Use(int requests, long since) {
    static final Use NONE = new Use(0, 0);

    Use plus(int more) {
      return new Use(requests + more, System.nanoTime());
    }
  }

  /** An answer that waits for its client: how much of it was sent when it was looked at. */
  private record Writing(long bytes, long since) {}

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
      stuck.remove(connection);
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
    try {
      boolean isFull = connections.get() >= mostConnections;
      long left = (isFull && SHORT.compareTo(patience) < 0 ? SHORT : patience).toNanos();
      uses.forEach((connection, use) -> look(connection, use, left));
    } finally {
      if (isRunning() || isStarting()) {
        next = getServer().getScheduler().schedule(this::look, LOOK_MILLIS, TimeUnit.MILLISECONDS);
      }
    }
  }

  private void look(Connection connection, Use use, long left) {
    try {
      if (!connection.getEndPoint().isOpen()) {
        uses.remove(connection);
        stuck.remove(connection);
      } else if (use.requests == 0 && System.nanoTime() - use.since > left) {
        connection.close();
      } else if (isStuck(connection)) {
        // Closed as it is: to say goodbye would be one more thing that is not taken.
        connection.getEndPoint().close(new TimeoutException("the answer is taken too slowly"));
      }
    } catch (RuntimeException e) {
      LOG.debug("a connection cannot be closed", e);
    }
  }

  private boolean isStuck(Connection connection) {
    boolean waits =
        connection.getEndPoint() instanceof AbstractEndPoint end
            && end.getWriteFlusher().isPending();
    if (!waits) {
      stuck.remove(connection);
      return false;
    }
    long now = System.nanoTime();
    long bytes = connection.getBytesOut();
    Writing before = stuck.computeIfAbsent(connection, same -> new Writing(bytes, now));
    if (now - before.since < STUCK.toNanos()) {
      return false;
    }
    if (bytes - before.bytes < LEAST_BYTES) {
      return true;
    }
    stuck.put(connection, new Writing(bytes, now));
    return false;
  }
}
