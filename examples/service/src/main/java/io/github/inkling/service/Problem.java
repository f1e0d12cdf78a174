package io.github.inkling.service;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;

/**
 * Why a request is not answered, as RFC 9457 ("Problem Details for HTTP APIs") has it.
 *
 * @param kind which kind of problem
 * @param detail one sentence for people: what, the value, how to mend it
 */
record Problem(Kind kind, String detail) {
  static final String CONTENT_TYPE = "application/problem+json";

  /** When to ask again, where that can help. */
  static final int RETRY_SECONDS = 1;

  /** The kinds of problems; the page of the API has a paragraph on each. */
  enum Kind {
    BAD_REQUEST(400, "Bad request"),
    UNAUTHORIZED(401, "Token needed"),
    OTHER_ORIGIN(403, "Other origin"),
    NOT_FOUND(404, "Not found"),
    METHOD_NOT_ALLOWED(405, "Method not allowed"),
    TOO_SLOW(408, "Body too slow"),
    TOO_LARGE(413, "Body too large"),
    URI_TOO_LONG(414, "Address too long"),
    UNSUPPORTED_TYPE(415, "Unsupported media type"),
    UNREADABLE_PICTURE(422, "Unreadable picture"),
    TOO_MANY_REQUESTS(429, "Too many requests"),
    HEADERS_TOO_LARGE(431, "Headers too large"),
    FAILED(500, "Failed"),
    NOT_IMPLEMENTED(501, "Not implemented"),
    BUSY(503, "Busy"),
    VERSION_NOT_SUPPORTED(505, "Version not supported"),
    COLLECTION_FULL(507, "Collection full");

    private final int status;
    private final String title;

    Kind(int status, String title) {
      this.status = status;
      this.title = title;
    }

    int status() {
      return status;
    }

    String title() {
      return title;
    }

    /** Where the page of the API tells of it. */
    String anchor() {
      return title.toLowerCase(Locale.ROOT).replace(' ', '-');
    }

    /** The kind of a status that a library chose. */
    static Kind of(int status) {
      for (Kind kind : values()) {
        if (kind.status == status) {
          return kind;
        }
      }
      return status >= 400 && status < 500 ? BAD_REQUEST : FAILED;
    }
  }

  ObjectNode json() {
    return JsonNodeFactory.instance
        .objectNode()
        .put("type", "/api#" + kind.anchor())
        .put("title", kind.title())
        .put("status", kind.status())
        .put("detail", detail);
  }
}
