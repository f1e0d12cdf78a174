package io.github.inkling.service;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Keeps the pages of other sites from asking in the name of whoever looks at them: a browser sends
 * a form or a text to any address, though it shows the answer to none but the right origin.
 * Programs send no {@code Origin}, and may ask.
 */
final class OwnOrigin {
  private static final Pattern PORT = Pattern.compile(":\\d*$");
  private static final Pattern SCHEME = Pattern.compile("^https?://");
  private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

  private final Set<String> others;
  private final boolean isForThisMachine;

  OwnOrigin(ServiceSettings settings) {
    others =
        settings.origins().stream()
            .map(origin -> origin.toLowerCase(Locale.ROOT))
            .collect(Collectors.toUnmodifiableSet());
    // Who knows the token is no stranger, and a proxy has a name of its own.
    isForThisMachine =
        settings.isForThisMachine() && settings.token().isEmpty() && !settings.behindProxy();
  }

  /**
   * Lets a request pass.
   *
   * @throws ProblemException if it comes from a page of another site
   */
  void check(HttpServletRequest request) {
    String host = lower(request.getHeader("Host"));
    if (isForThisMachine && !THIS_MACHINE.contains(without(PORT, host))) {
      // A name that a stranger's page has, and that leads here (DNS rebinding).
      throw new ProblemException(
          Problem.Kind.OTHER_ORIGIN,
          "this service is for this machine alone: ask localhost; behind a proxy, start it with"
              + " --behind-proxy");
    }
    String origin = lower(request.getHeader("Origin"));
    boolean changes = request.getMethod().equals("POST");
    boolean isOwn = without(SCHEME, origin).equals(host) && !origin.equals(host);
    if (changes && !origin.isEmpty() && !isOwn && !others.contains(origin)) {
      throw new ProblemException(
          Problem.Kind.OTHER_ORIGIN,
          "pages of another origin may not ask; start the service with --origin and theirs, and let"
              + " a proxy pass the header Host on");
    }
  }

  private static String without(Pattern part, String text) {
    return part.matcher(text).replaceFirst("");
  }

  private static String lower(String header) {
    return header == null ? "" : header.strip().toLowerCase(Locale.ROOT);
  }
}
