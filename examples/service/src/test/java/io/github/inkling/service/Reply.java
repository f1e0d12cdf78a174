package io.github.inkling.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** An answer as it came over the wire; names of headers are in lower case. */
record Reply(int status, Map<String, List<String>> headers, String text) {
  private static final ObjectMapper JSON = new ObjectMapper();

  private static final List<String> SECURITY =
      List.of(
          "content-security-policy",
          "x-content-type-options",
          "referrer-policy",
          "cross-origin-opener-policy",
          "cross-origin-resource-policy",
          "permissions-policy");

  /** What only a program's inside looks like. */
  private static final List<String> LEAKS =
      List.of(
          "Exception",
          "java.",
          "javax.",
          "jakarta",
          "jetty",
          "Jetty",
          "javalin",
          "Javalin",
          "jackson",
          "Jackson",
          "io.github",
          "org.",
          "com.",
          "\tat ",
          "StreamRead",
          "JsonRead",
          "/home/",
          "/tmp/",
          "target/classes",
          ".jar");

  JsonNode json() {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException e) {
      throw new AssertionError(text, e);
    }
  }

  /** The one header of a name; null if there is none. */
  String header(String name) {
    List<String> values = headers.getOrDefault(name.toLowerCase(Locale.ROOT), List.of());
    assertThat(values).as(name).hasSizeLessThanOrEqualTo(1);
    return values.isEmpty() ? null : values.get(0);
  }

  Reply requireOk() {
    assertThat(status).as(text()).isEqualTo(200);
    return requireSafe();
  }

  /** Checks that it is a problem as RFC 9457 has it, and returns its detail. */
  String requireProblem(int expected) {
    assertThat(status).as(text()).isEqualTo(expected);
    assertThat(header("Content-Type")).as(text()).isEqualTo("application/problem+json");
    JsonNode json = json();
    assertThat(Set.copyOf(fields(json)))
        .containsExactlyInAnyOrder("type", "title", "status", "detail");
    assertThat(json.path("status").asInt()).isEqualTo(expected);
    assertThat(json.path("type").asText()).startsWith("/api#");
    assertThat(json.path("title").asText()).isNotBlank();
    assertThat(json.path("detail").asText()).isNotBlank();
    assertThat(LEAKS).as(text()).noneMatch(text()::contains);
    requireSafe();
    return json.path("detail").asText();
  }

  /** Checks the headers that every answer has, and those that none may have. */
  Reply requireSafe() {
    assertThat(SECURITY).as("%d %s", status, headers).allMatch(name -> header(name) != null);
    assertThat(header("X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(headers).doesNotContainKeys("server", "x-powered-by", "set-cookie");
    return this;
  }

  private static List<String> fields(JsonNode json) {
    return json.properties().stream().map(Map.Entry::getKey).toList();
  }
}
