package io.github.inkling.service;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.concurrent.atomic.AtomicLong;

/** The bytes that all bodies together may have in memory. */
final class BodyBudget {
  private final long most;
  private final AtomicLong taken = new AtomicLong();

  BodyBudget(long most, MeterRegistry metrics) {
    this.most = most;
    Gauge.builder("inkling.bodies", taken, AtomicLong::get)
        .description("Bodies of requests in memory")
        .baseUnit("bytes")
        .register(metrics);
  }

  /** Takes some bytes, or says that there are none to take. */
  boolean take(int bytes) {
    return taken.getAndUpdate(before -> before + bytes <= most ? before + bytes : before) + bytes
        <= most;
  }

  void giveBack(int bytes) {
    taken.addAndGet(-bytes);
  }

  long taken() {
    return taken.get();
  }
}
