package io.github.inkling.service;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.inkling.core.image.GrayImage;
import io.github.inkling.core.model.Prediction;
import io.github.inkling.core.page.Box;
import io.github.inkling.core.page.Page;
import io.github.inkling.core.page.PageReader;
import io.github.inkling.core.page.PageSettings;
import io.github.inkling.core.recognizer.DigitRecognizer;
import io.github.inkling.core.vision.Normalizer;
import io.github.inkling.core.vision.Strokes;
import io.github.inkling.core.vision.Strokes.Drawing;
import io.javalin.http.Context;
import io.javalin.http.Header;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;

/** What the service is for: a digit, a page, many digits. */
final class RecognitionEndpoints {
  /** The pixels of a page of strokes. */
  private static final long MOST_DRAWN = 2000 * 2000;

  private final CompletableFuture<DigitRecognizer> loading;
  private final DigitBatcher batcher;
  private final PictureWorkers workers;
  private final Executor answering;
  private final Pictures pictures;
  private final int mostDigits;
  private final PageReader photographs;
  private final PageReader drawings;

  RecognitionEndpoints(
      CompletableFuture<DigitRecognizer> loading,
      DigitBatcher batcher,
      PictureWorkers workers,
      Executor answering,
      Limits limits) {
    this.loading = loading;
    this.batcher = batcher;
    this.workers = workers;
    this.answering = answering;
    pictures = new Pictures(limits);
    mostDigits = limits.batchDigits();
    photographs = PageReader.waitingFor(loading::join, PageSettings.defaults());
    // Whoever draws on a screen holds it upright.
    drawings = PageReader.waitingFor(loading::join, new PageSettings(false, false));
  }

  /** One digit. */
  CompletableFuture<ObjectNode> digit(Context request, byte[] body) {
    boolean seen = wantsSeen(request);
    Sent sent = Upload.one(request.header(Header.CONTENT_TYPE), body);
    AtomicReference<GrayImage> picture = new AtomicReference<>();
    CompletableFuture<Prediction> recognized =
        batcher.recognize(() -> picture(sent).whenComplete((image, error) -> picture.set(image)));
    // Not on the one thread that recognises: others wait for it.
    return seen
        ? recognized.thenApplyAsync(answer -> describe(picture.get(), answer, true), answering)
        : recognized.thenApply(Answers::digit);
  }

  /** The picture, if there is ink in it. */
  GrayImage requireInk(GrayImage picture) {
    if (loading.join().normalizer().normalize(picture).isBlank()) {
      throw new ProblemException(
          Problem.Kind.UNREADABLE_PICTURE, "there is no ink in the picture, so it is no digit");
    }
    return picture;
  }

  /** The picture of one digit, drawn or decoded. */
  CompletableFuture<GrayImage> picture(Sent sent) {
    if (sent.isDrawn()) {
      return CompletableFuture.completedFuture(sent.strokes().drawDigit());
    }
    long pixels = pictures.pixels(sent.file());
    return pixels <= Pictures.SMALL
        ? CompletableFuture.completedFuture(pictures.digit(sent.file()))
        : workers.run(pixels, () -> pictures.digit(sent.file()));
  }

  private ObjectNode describe(GrayImage picture, Prediction prediction, boolean seen) {
    ObjectNode answer = Answers.digit(prediction);
    if (seen) {
      answer.set("seen", Answers.seen(picture, loading.join().normalizer()));
    }
    return answer;
  }

  /** A page. */
  CompletableFuture<ObjectNode> read(Context request, byte[] body) {
    boolean seen = wantsSeen(request);
    Sent sent = Upload.one(request.header(Header.CONTENT_TYPE), body);
    return workers.run(
        sent.isDrawn() ? MOST_DRAWN : pictures.pixels(sent.file()),
        () ->
            sent.isDrawn()
                ? readStrokes(sent.strokes(), seen)
                : Answers.page(
                    photographs.read(pictures.page(sent.file())),
                    UnaryOperator.identity(),
                    normalizer(seen)));
  }

  private ObjectNode readStrokes(Strokes strokes, boolean seen) {
    Drawing drawing = strokes.drawPage();
    Page page = drawings.read(drawing.picture());
    return Answers.page(page, box -> toStrokes(box, drawing), normalizer(seen));
  }

  private static Box toStrokes(Box box, Drawing drawing) {
    int x = (int) Math.floor(box.x() / drawing.scale() + drawing.left());
    int y = (int) Math.floor(box.y() / drawing.scale() + drawing.top());
    return new Box(
        x,
        y,
        (int) Math.ceil(box.width() / drawing.scale()) + 1,
        (int) Math.ceil(box.height() / drawing.scale()) + 1);
  }

  /** Many digits; one that cannot be read does not stop the others. */
  CompletableFuture<ObjectNode> batch(Context request, byte[] body) {
    boolean seen = wantsSeen(request);
    List<Sent> items = Upload.many(request.header(Header.CONTENT_TYPE), body, mostDigits);
    return workers.run(pictures.pixels(items), () -> answerAll(items, seen));
  }

  private ObjectNode answerAll(List<Sent> items, boolean seen) {
    List<GrayImage> decoded = new ArrayList<>();
    ObjectNode[] answers = new ObjectNode[items.size()];
    List<Integer> places = new ArrayList<>();
    for (int i = 0; i < answers.length; i++) {
      Sent sent = items.get(i);
      try {
        decoded.add(sent.isDrawn() ? sent.strokes().drawDigit() : pictures.digit(sent.file()));
        places.add(i);
      } catch (RuntimeException e) {
        answers[i] = problem(e);
      }
    }
    List<Outcome> outcomes = Outcome.all(loading.join(), decoded);
    for (int i = 0; i < outcomes.size(); i++) {
      Outcome outcome = outcomes.get(i);
      answers[places.get(i)] =
          outcome.error() == null
              ? describe(decoded.get(i), outcome.prediction(), seen)
              : problem(outcome.error());
    }
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    ArrayNode digits = json.putArray("digits");
    digits.addAll(List.of(answers));
    return json;
  }

  private static ObjectNode problem(Throwable error) {
    ObjectNode answer = JsonNodeFactory.instance.objectNode();
    answer.set("problem", ProblemAnswers.problem(error).json());
    return answer;
  }

  private static boolean wantsSeen(Context request) {
    String wanted = Query.value(request, "seen");
    if (wanted == null || wanted.equals("false")) {
      return false;
    }
    if (!wanted.equals("true")) {
      throw new ProblemException(Problem.Kind.BAD_REQUEST, "seen must be true or false");
    }
    return true;
  }

  /** Of a model that is loaded, if the client wants to know what it sees; null otherwise. */
  private Normalizer normalizer(boolean seen) {
    return seen ? loading.join().normalizer() : null;
  }
}
