package io.github.inkling.service;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.Header;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.concurrent.atomic.AtomicReference;

/** What the API is: for programs as OpenAPI has it, and the same as a page for people. */
final class ApiEndpoints {
  private static final String DESCRIPTION = "openapi.json";

  private final byte[] description = read();

  /** Made when it is asked for first: a service that starts has other things to do. */
  private final AtomicReference<String> page = new AtomicReference<>();

  void addTo(RoutesConfig routes) {
    routes.get("/openapi.json", request -> answer(request, "application/json").result(description));
    routes.get("/api", request -> answer(request, "text/html; charset=utf-8").result(page()));
  }

  private String page() {
    return page.updateAndGet(made -> made == null ? ApiPage.render(parse(description)) : made);
  }

  private static Context answer(Context request, String type) {
    return request.header(Header.CACHE_CONTROL, "no-cache").contentType(type);
  }

  /** The description as it is in the jar. */
  static byte[] read() {
    try (InputStream in = ApiEndpoints.class.getResourceAsStream(DESCRIPTION)) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(DESCRIPTION + " of inkling-service cannot be read", e);
    }
  }

  static JsonNode parse(byte[] description) {
    try {
      return new ObjectMapper().readTree(description);
    } catch (IOException e) {
      throw new UncheckedIOException(DESCRIPTION + " of inkling-service is damaged", e);
    }
  }
}
