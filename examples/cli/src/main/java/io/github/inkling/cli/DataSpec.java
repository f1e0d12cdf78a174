package io.github.inkling.cli;

import io.github.inkling.core.dataset.CsvDigits;
import io.github.inkling.core.dataset.IdxFile;
import io.github.inkling.core.dataset.IdxLayout;
import io.github.inkling.core.dataset.ImageFolder;
import io.github.inkling.core.dataset.LabeledDigits;
import io.github.inkling.core.dataset.UspsFile;
import io.github.inkling.core.model.ProgressListener;
import io.github.inkling.mnist.Mnist;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A data set as it is named on the command line: where its digits are, not yet the digits. */
final class DataSpec {
  static final String KNOWN =
      "mnist:train, mnist:test, mnist:fit, mnist:validation, idx:IMAGES,LABELS, folder:DIR,"
          + " csv:FILE, usps:FILE";

  private static final List<String> MNIST =
      List.of("mnist:train", "mnist:test", "mnist:fit", "mnist:validation");
  private static final List<String> KINDS = List.of("idx", "folder", "csv", "usps");

  private static final String TRANSPOSED = "transposed";

  private final String text;
  private final List<Path> files;
  private final Source source;

  private DataSpec(String text, List<Path> files, Source source) {
    this.text = text;
    this.files = files;
    this.source = source;
  }

  @FunctionalInterface
  private interface Source {
    LabeledDigits read(ProgressListener progress) throws IOException;
  }

  /** Says nothing of how far it has come. */
  @FunctionalInterface
  private interface SilentSource {
    LabeledDigits read() throws IOException;
  }

  /**
   * Parses a name; no file is touched.
   *
   * @throws IllegalArgumentException if it is not one of the known kinds, telling them
   */
  static DataSpec parse(String text) {
    int colon = text.indexOf(':');
    String kind = colon < 0 ? text : text.substring(0, colon);
    String place = colon < 0 ? "" : text.substring(colon + 1);
    if (place.isBlank()) {
      throw unknown(text);
    }
    try {
      return new DataSpec(text, files(kind, place), source(text, kind, place));
    } catch (InvalidPathException e) {
      throw new IllegalArgumentException("'%s': %s".formatted(text, e.getMessage()), e);
    }
  }

  LabeledDigits read(ProgressListener progress) throws IOException {
    return source.read(progress);
  }

  /** The files, or the folder, that it is read from; none if it comes along. */
  List<Path> files() {
    return files;
  }

  @Override
  public String toString() {
    return text;
  }

  private static List<Path> files(String kind, String place) {
    return switch (kind) {
      case "idx" -> Stream.of(place.split(",")).limit(2).map(Path::of).toList();
      case "folder", "csv", "usps" -> List.of(Path.of(place));
      default -> List.of();
    };
  }

  private static Source source(String text, String kind, String place) {
    return switch (kind) {
      case "mnist" -> mnist(text, place);
      case "idx" -> idx(text, place);
      case "folder" -> {
        Path folder = Path.of(place);
        yield progress -> ImageFolder.read(folder, progress);
      }
      case "csv" -> {
        Path file = Path.of(place);
        yield inOneStage("csv files", () -> CsvDigits.read(file));
      }
      case "usps" -> {
        Path file = Path.of(place);
        yield inOneStage("usps files", () -> UspsFile.read(file));
      }
      default -> throw unknown(text);
    };
  }

  private static Source mnist(String text, String part) {
    return switch (part) {
      case "train" -> inOneStage(text, Mnist::train);
      case "test" -> inOneStage(text, Mnist::test);
      case "fit" -> inOneStage(text, () -> Mnist.fitAndValidation().train());
      case "validation" -> inOneStage(text, () -> Mnist.fitAndValidation().rest());
      default ->
          throw new IllegalArgumentException(
              "'%s': MNIST has mnist:train, mnist:test, mnist:fit and mnist:validation%s"
                  .formatted(text, suggestion(text)));
    };
  }

  private static Source idx(String text, String place) {
    String[] parts = place.split(",", -1);
    boolean transposed = parts.length == 3 && parts[2].equals(TRANSPOSED);
    if ((parts.length != 2 && !transposed) || parts[0].isBlank() || parts[1].isBlank()) {
      throw new IllegalArgumentException(
          "'%s': expected idx:IMAGES,LABELS or idx:IMAGES,LABELS,transposed".formatted(text));
    }
    Path images = Path.of(parts[0]);
    Path labels = Path.of(parts[1]);
    IdxLayout layout = transposed ? IdxLayout.COLUMN_MAJOR : IdxLayout.ROW_MAJOR;
    return inOneStage("idx files", () -> IdxFile.read(images, labels, layout));
  }

  private static Source inOneStage(String what, SilentSource source) {
    String stage = "Reading " + what;
    return progress -> {
      progress.progress(stage, 0, 1);
      LabeledDigits digits = source.read();
      progress.progress(stage, 1, 1);
      return digits;
    };
  }

  private static IllegalArgumentException unknown(String text) {
    return new IllegalArgumentException(
        "'%s' names no data set; known are %s%s".formatted(text, KNOWN, suggestion(text)));
  }

  /** What was meant, if it is near: one of MNIST's parts, or a kind of data set. */
  private static String suggestion(String text) {
    String kind = text.replaceFirst(":.*", "");
    return Spelling.nearest(text, MNIST)
        .or(() -> Spelling.nearest(kind, KINDS).map(it -> it + ":"))
        .map(meant -> " (did you mean " + meant + "?)")
        .orElse("");
  }
}
