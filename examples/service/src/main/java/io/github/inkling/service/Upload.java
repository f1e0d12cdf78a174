package io.github.inkling.service;

import io.javalin.http.Context;
import io.javalin.http.Header;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.eclipse.jetty.http.MultiPart;
import org.eclipse.jetty.http.MultiPartFormData;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.util.Promise;

/** What a body brings, by its media type: pictures as files, or strokes. */
final class Upload {
  private static final Set<String> PICTURES =
      Set.of(
          "image/png",
          "image/jpeg",
          "image/webp",
          "image/bmp",
          "image/x-ms-bmp",
          "image/tiff",
          "application/octet-stream");

  private static final String JSON = "application/json";
  private static final String MULTIPART = "multipart/form-data";
  private static final String EXPECTED =
      "expected image/png, image/jpeg, image/webp, image/bmp, image/tiff, multipart/form-data or"
          + " application/json";
  private static final int MOST_PART_HEADERS = 8192;

  private Upload() {}

  /** Refuses what cannot be read, before it is. */
  static void requireReadable(Context request) {
    String encoding = request.header(Header.CONTENT_ENCODING);
    if (encoding != null && !encoding.strip().equalsIgnoreCase("identity")) {
      // A few bytes could become a great many.
      throw new ProblemException(
          Problem.Kind.UNSUPPORTED_TYPE,
          "the Content-Encoding \"%s\" is not read; send the body as it is"
              .formatted(printable(encoding)));
    }
    requireType(request.header(Header.CONTENT_TYPE));
  }

  static void requireType(String contentType) {
    String type = type(contentType);
    if (!PICTURES.contains(type) && !type.equals(JSON) && !type.equals(MULTIPART)) {
      throw new ProblemException(
          Problem.Kind.UNSUPPORTED_TYPE,
          type.isEmpty()
              ? "the Content-Type is missing; " + EXPECTED
              : "the Content-Type \"%s\" is not read; %s".formatted(printable(type), EXPECTED));
    }
  }

  /** One digit or page. */
  static Sent one(String contentType, byte[] body) {
    String type = type(contentType);
    if (type.equals(JSON)) {
      return Sent.drawn(StrokesJson.read(body));
    }
    if (type.equals(MULTIPART)) {
      return files(contentType, body, /* most= */ 1).get(0);
    }
    return Sent.picture(body);
  }

  /** Many digits. */
  static List<Sent> many(String contentType, byte[] body, int most) {
    String type = type(contentType);
    if (type.equals(JSON)) {
      return StrokesJson.readAll(body, most);
    }
    if (type.equals(MULTIPART)) {
      return files(contentType, body, most);
    }
    return List.of(Sent.picture(body));
  }

  private static List<Sent> files(String contentType, byte[] body, int most) {
    MultiPartFormData.Parser parser = new MultiPartFormData.Parser(boundary(contentType));
    parser.setMaxParts(most);
    parser.setPartHeadersMaxLength(MOST_PART_HEADERS);
    // All parts stay in memory: they are no more than the body, which is there already.
    parser.setMaxMemoryFileSize(-1);
    parser.setMaxFileSize(-1);
    parser.setMaxLength(-1);
    CompletableFuture<MultiPartFormData.Parts> parsing = new CompletableFuture<>();
    parser.parse(Content.Source.from(ByteBuffer.wrap(body)), Promise.Invocable.toPromise(parsing));
    try (MultiPartFormData.Parts parts = parsing.join()) {
      List<Sent> files = new ArrayList<>();
      for (MultiPart.Part part : parts) {
        ByteBuffer content = Content.Source.asByteBuffer(part.getContentSource());
        byte[] bytes = new byte[content.remaining()];
        content.get(bytes);
        files.add(Sent.picture(bytes));
      }
      if (files.isEmpty()) {
        throw bad("the form has no file");
      }
      return files;
    } catch (CompletionException e) {
      throw unreadable(e.getCause(), most);
    } catch (IOException | IllegalStateException e) {
      throw unreadable(e, most);
    }
  }

  private static RuntimeException unreadable(Throwable error, int most) {
    if (error instanceof Error) {
      return new CompletionException(error);
    }
    return error instanceof IllegalStateException
        ? new ProblemException(
            Problem.Kind.TOO_LARGE,
            "a form has at most %,d files here, each with headers of at most %,d bytes"
                .formatted(most, MOST_PART_HEADERS))
        : bad("the form is damaged; send it as multipart/form-data (RFC 7578)");
  }

  private static String boundary(String contentType) {
    String boundary = null;
    try {
      boundary = MultiPart.extractBoundary(contentType);
    } catch (IllegalArgumentException e) {
      // A quote without an end.
    }
    if (boundary == null || boundary.isEmpty()) {
      throw bad("the Content-Type has no boundary; send it as multipart/form-data; boundary=...");
    }
    return boundary;
  }

  private static String type(String contentType) {
    if (contentType == null) {
      return "";
    }
    int end = contentType.indexOf(';');
    return (end < 0 ? contentType : contentType.substring(0, end)).strip().toLowerCase(Locale.ROOT);
  }

  private static String printable(String type) {
    String plain = type.replaceAll("[^\\x20-\\x7e]", "?");
    return plain.length() > 60 ? plain.substring(0, 60) + "..." : plain;
  }

  private static ProblemException bad(String detail) {
    return new ProblemException(Problem.Kind.BAD_REQUEST, detail);
  }
}
