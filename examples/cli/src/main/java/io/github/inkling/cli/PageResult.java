package io.github.inkling.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.RawValue;
import io.github.inkling.core.page.Box;
import io.github.inkling.core.page.Certainty;
import io.github.inkling.core.page.Dropped;
import io.github.inkling.core.page.Line;
import io.github.inkling.core.page.Page;
import io.github.inkling.core.page.PageDigit;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What came of one picture: its page, or why there is none.
 *
 * @param name the file, and of several pages the number
 * @param file the file
 * @param number the page, counted from 1; 0 if the file has one only
 * @param page what was read; null if the picture could not be read
 * @param error why not; null if it could
 */
record PageResult(String name, Path file, int number, Page page, Throwable error) {
  private static final double CONFIDENCE_STEPS = 1e4;
  private static final String RED = "\u001b[31m";
  private static final String YELLOW = "\u001b[33m";
  private static final String BOLD = "\u001b[1m";
  private static final String RESET = "\u001b[0m";

  boolean failed() {
    return error != null;
  }

  /** For people: the name, and line by line the digits. */
  String text(boolean colours) {
    StringBuilder text = new StringBuilder(colours ? BOLD + name + RESET : name);
    if (page.rotation() != 0) {
      text.append(" (turned by ").append(page.rotation()).append(" degrees)");
    }
    text.append(page.lines().isEmpty() ? ": no digits\n" : "\n");
    for (Line line : page.lines()) {
      text.append("  ").append(colours ? coloured(line) : line.text()).append('\n');
    }
    return text.toString();
  }

  private static String coloured(Line line) {
    return line.digits().stream().map(PageResult::coloured).collect(Collectors.joining());
  }

  private static String coloured(PageDigit digit) {
    return switch (Certainty.of(digit)) {
      case SURE, LIKELY -> digit.text();
      case DOUBTFUL -> YELLOW + digit.text() + RESET;
      case GUESSED, REJECTED -> RED + digit.text() + RESET;
    };
  }

  /** For programs. */
  void describe(ObjectNode json) {
    json.put("file", file.toString());
    if (number > 0) {
      json.put("page", number);
    }
    if (failed()) {
      json.put("error", ErrorMessage.of(error));
      return;
    }
    json.put("width", page.width()).put("height", page.height()).put("rotation", page.rotation());
    ArrayNode lines = json.putArray("lines");
    for (Line line : page.lines()) {
      ObjectNode node = lines.addObject().put("text", line.text());
      box(node, line.box());
      ArrayNode digits = node.putArray("digits");
      line.digits().forEach(digit -> describe(digit, digits.addObject()));
    }
    ArrayNode dropped = json.putArray("dropped");
    for (Dropped thing : page.dropped()) {
      box(dropped.addObject().put("reason", thing.reason().toString()), thing.box());
    }
  }

  private static void describe(PageDigit digit, ObjectNode json) {
    if (digit.prediction().isDigit()) {
      json.put("label", digit.prediction().label());
    } else {
      json.putNull("label");
    }
    double confidence = digit.prediction().confidence();
    json.put("confidence", Math.round(confidence * CONFIDENCE_STEPS) / CONFIDENCE_STEPS);
    digit.prediction().rejection().ifPresent(reason -> json.put("rejection", reason.name()));
    box(json, digit.box());
  }

  /** As it is to be written, or each number would have a line of its own. */
  private static void box(ObjectNode json, Box box) {
    List<Integer> numbers = List.of(box.x(), box.y(), box.width(), box.height());
    json.putRawValue("box", new RawValue(numbers.toString()));
  }
}
