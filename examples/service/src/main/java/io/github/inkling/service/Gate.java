package io.github.inkling.service;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.javalin.http.Context;
import io.javalin.http.Header;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Optional;

/** Who may ask, and how often: one bucket of requests an address, and a bearer token. */
final class Gate {
  private static final String SCHEME = "Bearer ";
  private static final int MOST_ADDRESSES = 100_000;
  private static final double NANOS = 1e9;

  private final Optional<byte[]> token;
  private final int perMinute;
  private final ClientAddress clients;
  private final OwnOrigin origin;
  private final Cache<String, Bucket> buckets =
      Caffeine.newBuilder()
          .maximumSize(MOST_ADDRESSES)
          .expireAfterAccess(Duration.ofMinutes(2))
          .build();

  Gate(ServiceSettings settings) {
    token = settings.token().map(secret -> secret.getBytes(StandardCharsets.UTF_8));
    perMinute = settings.requestsPerMinute();
    clients = new ClientAddress(settings.behindProxy());
    origin = new OwnOrigin(settings);
  }

  /**
   * Lets a request pass.
   *
   * @throws ProblemException if its address has made too many, it comes from a page of another
   *     site, or it has no token where one is needed
   */
  void check(Context request) {
    // A browser asks first whether it may ask, and shows no token then.
    if (request.req().getMethod().equals("OPTIONS")) {
      return;
    }
    requireRate(request);
    origin.check(request.req());
    requireToken(request);
  }

  private void requireRate(Context request) {
    if (perMinute == 0) {
      return;
    }
    Bucket bucket = buckets.get(clients.of(request.req()), address -> newBucket());
    ConsumptionProbe probe = bucket.tryConsumeAndReturnRemaining(1);
    if (!probe.isConsumed()) {
      long seconds = (long) Math.ceil(probe.getNanosToWaitForRefill() / NANOS);
      request.header(Header.RETRY_AFTER, Long.toString(seconds));
      throw new ProblemException(
          Problem.Kind.TOO_MANY_REQUESTS,
          "an address may make %,d requests a minute; ask again in %d seconds"
              .formatted(perMinute, seconds));
    }
  }

  private Bucket newBucket() {
    Bandwidth bandwidth =
        Bandwidth.builder()
            .capacity(perMinute)
            .refillGreedy(perMinute, Duration.ofMinutes(1))
            .build();
    return Bucket.builder().addLimit(bandwidth).build();
  }

  private void requireToken(Context request) {
    if (token.isEmpty()) {
      return;
    }
    String header = request.header(Header.AUTHORIZATION);
    boolean isShown =
        header != null
            && header.regionMatches(/* ignoreCase= */ true, 0, SCHEME, 0, SCHEME.length())
            // In a time that does not tell how much of it is right.
            && MessageDigest.isEqual(
                header.substring(SCHEME.length()).strip().getBytes(StandardCharsets.UTF_8),
                token.get());
    if (!isShown) {
      request.header(Header.WWW_AUTHENTICATE, "Bearer realm=\"inkling\"");
      throw new ProblemException(
          Problem.Kind.UNAUTHORIZED,
          header == null
              ? "this service wants a token: send it as Authorization: Bearer TOKEN"
              : "the token is not the one that this service was started with");
    }
  }
}
