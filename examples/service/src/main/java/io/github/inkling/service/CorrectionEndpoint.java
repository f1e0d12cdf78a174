package io.github.inkling.service;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.inkling.core.image.GrayImage;
import io.javalin.http.Context;
import io.javalin.http.Header;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** Keeps digits that were read wrongly, under what they really are. */
final class CorrectionEndpoint {
  /** A digit by itself needs no more, and ten thousand of them must fit on a disk. */
  private static final int MOST_PIXELS = 250_000;

  private final Optional<DigitCollection> collection;
  private final RecognitionEndpoints recognition;
  private final PictureWorkers workers;

  CorrectionEndpoint(
      Optional<DigitCollection> collection,
      RecognitionEndpoints recognition,
      PictureWorkers workers) {
    this.collection = collection;
    this.recognition = recognition;
    this.workers = workers;
  }

  /** Whether digits are kept at all. */
  boolean collects() {
    return collection.isPresent();
  }

  /** Refuses what cannot be kept, before its body is read. */
  void check(Context request) {
    if (collection.isEmpty()) {
      throw new ProblemException(
          Problem.Kind.NOT_FOUND, "this service keeps no corrections; start it with --collect DIR");
    }
    label(request);
  }

  /** Keeps a digit; other threads do it, as disks are slow. */
  CompletableFuture<ObjectNode> keep(Context request, byte[] body) {
    int label = label(request);
    return recognition
        .picture(Upload.one(request.header(Header.CONTENT_TYPE), body))
        .thenCompose(picture -> workers.run(MOST_PIXELS, () -> add(picture, label)))
        .thenApply(
            count -> {
              request.status(201);
              return JsonNodeFactory.instance
                  .objectNode()
                  .put("label", label)
                  .put("collected", count);
            });
  }

  private int add(GrayImage picture, int label) {
    if (picture.width() * (long) picture.height() > MOST_PIXELS) {
      throw new ProblemException(
          Problem.Kind.TOO_LARGE,
          "a digit that is kept has at most %,d pixels, not %d x %d; send the digit alone, or smaller"
              .formatted(MOST_PIXELS, picture.width(), picture.height()));
    }
    try {
      return collection.orElseThrow().add(recognition.requireInk(picture), label);
    } catch (IOException e) {
      throw new CompletionException(e);
    }
  }

  private static int label(Context request) {
    String label = Query.value(request, "label");
    if (label == null || !label.matches("[0-9]")) {
      throw new ProblemException(
          Problem.Kind.BAD_REQUEST, "label must be a digit, as in /api/v1/corrections?label=7");
    }
    return label.charAt(0) - '0';
  }
}
