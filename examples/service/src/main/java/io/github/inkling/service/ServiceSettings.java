package io.github.inkling.service;

import io.github.inkling.core.model.SettingRange;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * How the service runs.
 *
 * @param host the address that it listens on; {@link #LOOPBACK} is for this machine alone
 * @param port 1 to 65,535, or 0 for any that is free
 * @param model what the model is called, such as the name of its file
 * @param token what programs and the page must show as a bearer token (RFC 6750); empty if anyone
 *     may ask
 * @param collect the folder where corrected digits are kept; empty if none are
 * @param origins other origins whose pages may ask, such as {@code https://example.org} (CORS)
 * @param requestsPerMinute how many requests one address may make; 0 for any number
 * @param behindProxy whether the last address of {@code X-Forwarded-For} is the client's: only if a
 *     proxy of one's own appends it
 * @param limits how much is taken at a time
 */
public record ServiceSettings(
    String host,
    int port,
    String model,
    Optional<String> token,
    Optional<Path> collect,
    List<String> origins,
    int requestsPerMinute,
    boolean behindProxy,
    Limits limits) {
  /** The address that only this machine can reach. */
  public static final String LOOPBACK = "127.0.0.1";

  private static final Set<String> LOOPBACK_NAMES = Set.of(LOOPBACK, "localhost", "::1", "[::1]");
  private static final int HIGHEST_PORT = 65_535;
  private static final Pattern ORIGIN = Pattern.compile("https?://[A-Za-z0-9.\\-\\[\\]:]+");

  /** What a header may hold (RFC 6750, section 2.1), and long enough not to be guessed. */
  private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9._~+/\\-]{16,512}=*");

  /**
   * Checks the settings.
   *
   * @param host the address
   * @param port the port
   * @param model the model's name
   * @param token the bearer token
   * @param collect the folder of corrections
   * @param origins other origins
   * @param requestsPerMinute how many requests one address may make
   * @param behindProxy whether a proxy tells the client's address
   * @param limits how much is taken at a time
   * @throws IllegalArgumentException if one is out of range, naming it
   */
  public ServiceSettings {
    Objects.requireNonNull(host, "host");
    Objects.requireNonNull(model, "model");
    Objects.requireNonNull(limits, "limits");
    SettingRange.require("port", port, 0, HIGHEST_PORT);
    SettingRange.require("requestsPerMinute", requestsPerMinute, 0, Integer.MAX_VALUE);
    origins = List.copyOf(origins);
    for (String origin : origins) {
      if (!ORIGIN.matcher(origin).matches()) {
        throw new IllegalArgumentException(
            "an origin is a scheme, a host and perhaps a port, as https://example.org, not "
                + origin);
      }
    }
    if (token.isPresent() && !TOKEN.matcher(token.get()).matches()) {
      // What is wrong with a secret is nothing for a log.
      throw new IllegalArgumentException(
          "the token must have 16 to 512 characters of A-Z, a-z, 0-9 and -._~+/; make one with"
              + " openssl rand -hex 32");
    }
  }

  /**
   * A service for this machine alone.
   *
   * @param port 1 to 65,535, or 0 for any that is free
   * @return settings without token, collection, other origins and limits on requests
   */
  public static ServiceSettings local(int port) {
    return new ServiceSettings(
        LOOPBACK,
        port,
        "pretrained",
        Optional.empty(),
        Optional.empty(),
        List.of(),
        /* requestsPerMinute= */ 0,
        /* behindProxy= */ false,
        Limits.defaults());
  }

  /**
   * Whether only this machine can reach it.
   *
   * @return true for the loopback address, by whichever of its names
   */
  public boolean isForThisMachine() {
    return LOOPBACK_NAMES.contains(host);
  }

  /**
   * The same with a token.
   *
   * @param secret 16 to 512 characters
   * @return settings of a service that only who knows the token may ask
   */
  public ServiceSettings withToken(String secret) {
    return new ServiceSettings(
        host,
        port,
        model,
        Optional.of(secret),
        collect,
        origins,
        requestsPerMinute,
        behindProxy,
        limits);
  }

  /**
   * The same with a folder for corrected digits.
   *
   * @param folder where they are kept
   * @return settings of a service that can be corrected
   */
  public ServiceSettings withCollection(Path folder) {
    return new ServiceSettings(
        host,
        port,
        model,
        token,
        Optional.of(folder),
        origins,
        requestsPerMinute,
        behindProxy,
        limits);
  }

  /**
   * The same with other origins.
   *
   * @param allowed origins whose pages may ask
   * @return settings of a service for other sites' pages, too
   */
  public ServiceSettings withOrigins(List<String> allowed) {
    return new ServiceSettings(
        host, port, model, token, collect, allowed, requestsPerMinute, behindProxy, limits);
  }

  /**
   * The same with a limit on requests.
   *
   * @param perMinute how many requests one address may make in a minute; 0 for any number
   * @return settings of a service that slows the hasty down
   */
  public ServiceSettings withRequestsPerMinute(int perMinute) {
    return new ServiceSettings(
        host, port, model, token, collect, origins, perMinute, behindProxy, limits);
  }

  /**
   * The same behind a proxy of one's own.
   *
   * @return settings of a service that takes the last address of {@code X-Forwarded-For} for the
   *     client's
   */
  public ServiceSettings withProxy() {
    return new ServiceSettings(
        host,
        port,
        model,
        token,
        collect,
        origins,
        requestsPerMinute,
        /* behindProxy= */ true,
        limits);
  }

  /**
   * The same with other limits.
   *
   * @param other how much is taken at a time
   * @return settings with these limits
   */
  public ServiceSettings withLimits(Limits other) {
    return new ServiceSettings(
        host, port, model, token, collect, origins, requestsPerMinute, behindProxy, other);
  }
}
