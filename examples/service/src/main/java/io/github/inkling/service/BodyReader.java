package io.github.inkling.service;

import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Reads bodies as they arrive, so that no thread waits for a slow one. What is too large is refused
 * as soon as that is known: by its header, or after so many bytes.
 */
final class BodyReader {
  private static final int CHUNK = 1 << 14;

  private final Limits limits;
  private final BodyBudget budget;

  BodyReader(Limits limits, BodyBudget budget) {
    this.limits = limits;
    this.budget = budget;
  }

  /**
   * Reads the body of a request that has been made asynchronous.
   *
   * @return the body, or a {@link ProblemException}; its bytes are taken from the budget until the
   *     request is over
   */
  CompletableFuture<byte[]> read(HttpServletRequest request) {
    long announced = request.getContentLengthLong();
    if (announced > limits.bodyBytes()) {
      return CompletableFuture.failedFuture(tooLarge("of %,d bytes".formatted(announced)));
    }
    Arrival arrival = new Arrival(announced);
    try {
      arrival.in = request.getInputStream();
      request.getAsyncContext().addListener(arrival);
      arrival.in.setReadListener(arrival);
    } catch (IOException e) {
      return CompletableFuture.failedFuture(e);
    }
    return arrival
        .body
        .orTimeout(limits.bodyTime().toMillis(), TimeUnit.MILLISECONDS)
        .handle(
            (body, error) -> {
              arrival.isOver = true;
              if (error != null) {
                throw problem(error);
              }
              return body;
            });
  }

  private RuntimeException problem(Throwable error) {
    if (error instanceof ProblemException known) {
      return known;
    }
    if (error instanceof TimeoutException) {
      return new ProblemException(
          Problem.Kind.TOO_SLOW,
          "the body did not arrive within %s seconds; send it at once"
              .formatted(limits.bodyTime().toMillis() / 1000.0));
    }
    return error instanceof IOException
        ? new ProblemException(Problem.Kind.BAD_REQUEST, "the body ended before it was whole")
        : new CompletionException(error);
  }

  private ProblemException tooLarge(String size) {
    return new ProblemException(
        Problem.Kind.TOO_LARGE,
        "a body %s is not read; send at most %,d bytes".formatted(size, limits.bodyBytes()));
  }

  /** A body on its way; what it took is given back when it is refused or its request over. */
  private final class Arrival implements ReadListener, AsyncListener {
    private final CompletableFuture<byte[]> body = new CompletableFuture<>();
    private ByteArrayOutputStream bytes;
    private final byte[] chunk;
    private ServletInputStream in;
    private final AtomicInteger taken = new AtomicInteger();
    private volatile boolean isOver;

    Arrival(long announced) {
      // What a header claims is no reason to take memory: it is taken as bytes come.
      int room = announced < 0 ? CHUNK : (int) Math.min(CHUNK, announced + 1);
      bytes = new ByteArrayOutputStream(room);
      chunk = new byte[room];
    }

    @Override
    public void onDataAvailable() throws IOException {
      while (!isOver && in.isReady()) {
        int count = in.read(chunk);
        if (count < 0) {
          return;
        }
        if (bytes.size() + count > limits.bodyBytes()) {
          refuse(tooLarge("of more than that"));
          return;
        }
        if (!budget.take(count)) {
          refuse(ProblemException.busy("too many large bodies at a time"));
          return;
        }
        taken.addAndGet(count);
        bytes.write(chunk, 0, count);
      }
    }

    /** Others may have its room before it is told. */
    private void refuse(ProblemException problem) {
      bytes = null;
      budget.giveBack(taken.getAndSet(0));
      body.completeExceptionally(problem);
    }

    @Override
    public void onAllDataRead() {
      if (isOver) {
        return;
      }
      byte[] whole = bytes.toByteArray();
      // The request is heard of until it is over, and with it this.
      bytes = null;
      body.complete(whole);
    }

    @Override
    public void onError(Throwable error) {
      body.completeExceptionally(error);
    }

    @Override
    public void onComplete(AsyncEvent event) {
      isOver = true;
      budget.giveBack(taken.getAndSet(0));
    }

    @Override
    public void onTimeout(AsyncEvent event) {
      // What follows is onComplete.
    }

    @Override
    public void onError(AsyncEvent event) {
      // What follows is onComplete.
    }

    @Override
    public void onStartAsync(AsyncEvent event) {
      event.getAsyncContext().addListener(this);
    }
  }
}
