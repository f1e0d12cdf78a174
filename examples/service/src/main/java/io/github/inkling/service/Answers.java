package io.github.inkling.service;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.inkling.core.image.DigitImage;
import io.github.inkling.core.image.GrayImage;
import io.github.inkling.core.model.Prediction;
import io.github.inkling.core.page.Box;
import io.github.inkling.core.page.Dropped;
import io.github.inkling.core.page.Line;
import io.github.inkling.core.page.Page;
import io.github.inkling.core.page.PageDigit;
import io.github.inkling.core.vision.Normalizer;
import io.github.inkling.core.vision.OrientationStars;
import io.javalin.http.Context;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.function.UnaryOperator;

/** Answers as JSON. */
final class Answers {
  private static final double CONFIDENCE_STEPS = 1e4;
  private static final double PROBABILITY_STEPS = 1e6;
  private static final double PIXEL_STEPS = 100;

  /** Seven by seven cells: enough to see the strokes' directions. */
  private static final int HOG_CELL = 4;

  private Answers() {}

  static Context send(ObjectNode json, Context request) {
    return send(json, "application/json", request);
  }

  /** In UTF-8, as JSON always is; of a text, Javalin would make what it takes the type to mean. */
  static Context send(ObjectNode json, String type, Context request) {
    return request.contentType(type).result(json.toString().getBytes(StandardCharsets.UTF_8));
  }

  static ObjectNode digit(Prediction prediction) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    if (prediction.isDigit()) {
      json.put("label", prediction.label());
    } else {
      json.putNull("label");
    }
    json.put("confidence", rounded(prediction.confidence(), CONFIDENCE_STEPS));
    prediction.rejection().ifPresent(reason -> json.put("rejection", reason.name()));
    json.put("digitProbability", rounded(prediction.digitProbability(), PROBABILITY_STEPS));
    ArrayNode probabilities = json.putArray("probabilities");
    for (int digit = 0; digit < Prediction.CLASSES; digit++) {
      probabilities.add(rounded(prediction.probability(digit), PROBABILITY_STEPS));
    }
    return json;
  }

  /** What a model sees of a picture of one digit. */
  static ObjectNode seen(GrayImage picture, Normalizer normalizer) {
    DigitImage digit = normalizer.normalize(picture);
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("image", "data:image/png;base64," + png(digit.toGrayImage()));
    OrientationStars stars = OrientationStars.of(digit.toGrayImage(), HOG_CELL);
    ObjectNode hog = json.putObject("hog");
    hog.put("cell", stars.cell()).put("columns", stars.columns()).put("rows", stars.rows());
    ArrayNode rays = hog.putArray("rays");
    for (OrientationStars.Ray ray : stars.rays()) {
      rays.addArray()
          .add(rounded(ray.x1(), PIXEL_STEPS))
          .add(rounded(ray.y1(), PIXEL_STEPS))
          .add(rounded(ray.x2(), PIXEL_STEPS))
          .add(rounded(ray.y2(), PIXEL_STEPS))
          .add(rounded(ray.strength(), PIXEL_STEPS));
    }
    return json;
  }

  /**
   * A page.
   *
   * @param places takes boxes on the page to where the client has them
   * @param seen the normalizer of the model whose view is to be told; null to leave that out
   */
  static ObjectNode page(Page page, UnaryOperator<Box> places, Normalizer seen) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("text", page.text());
    json.put("width", page.width()).put("height", page.height()).put("rotation", page.rotation());
    ArrayNode lines = json.putArray("lines");
    for (Line line : page.lines()) {
      ObjectNode node = lines.addObject().put("text", line.text());
      box(node, places.apply(line.box()));
      ArrayNode digits = node.putArray("digits");
      for (PageDigit digit : line.digits()) {
        ObjectNode answer = digit(digit.prediction());
        box(answer, places.apply(digit.box()));
        if (seen != null) {
          answer.set("seen", seen(digit.ink(), seen));
        }
        digits.add(answer);
      }
    }
    ArrayNode dropped = json.putArray("dropped");
    for (Dropped thing : page.dropped()) {
      box(dropped.addObject().put("reason", thing.reason().toString()), places.apply(thing.box()));
    }
    return json;
  }

  private static void box(ObjectNode json, Box box) {
    json.putArray("box").add(box.x()).add(box.y()).add(box.width()).add(box.height());
  }

  private static String png(GrayImage image) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      Png.write(image, bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Base64.getEncoder().encodeToString(bytes.toByteArray());
  }

  private static double rounded(double value, double steps) {
    return Math.round(value * steps) / steps;
  }
}
