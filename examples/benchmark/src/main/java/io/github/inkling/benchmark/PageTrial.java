package io.github.inkling.benchmark;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.inkling.benchmark.Report.Section;
import io.github.inkling.core.AtomicFile;
import io.github.inkling.core.Stopwatch;
import io.github.inkling.core.image.ColorImage;
import io.github.inkling.core.page.Line;
import io.github.inkling.core.page.PageDistortion;
import io.github.inkling.core.page.PageDistortion.Strength;
import io.github.inkling.core.page.PageGenerator;
import io.github.inkling.core.page.PageReader;
import io.github.inkling.core.page.PageScore;
import io.github.inkling.core.page.TestPage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;

/** Makes pages, has them read, and counts what is wrong. */
final class PageTrial {
  private final PageGenerator generator;
  private final PageReader reader;
  private final int pages;
  private final Path save;
  private final Console console;
  private final SortedMap<String, List<String>> truth = new TreeMap<>();
  private final SortedMap<String, List<String>> answers = new TreeMap<>();

  /**
   * A trial.
   *
   * @param pages how many of each kind
   * @param save an existing folder for the pages; null if they need not be kept
   */
  PageTrial(PageGenerator generator, PageReader reader, int pages, Path save, Console console) {
    this.generator = generator;
    this.reader = reader;
    this.pages = pages;
    this.save = save;
    this.console = console;
  }

  /** What is left of a page: its picture takes too much memory to be kept. */
  private record Reading(String name, List<String> truth, List<String> read, double seconds) {
    PageScore score() {
      return PageScore.of(truth, read);
    }
  }

  Report run(List<PageDistortion> distortions, String digits) throws IOException {
    List<List<String>> rows = new ArrayList<>();
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    ArrayNode kinds = json.put("digits", digits).put("pages", pages).putArray("kinds");
    PageScore all = PageScore.NONE;
    for (PageDistortion distortion : distortions) {
      for (Strength strength : distortion.strengths()) {
        boolean graded = distortion.strengths().size() > 1;
        String name = graded ? strength.toString() : "";
        console.say("  %s %s".formatted(distortion, name).stripTrailing());
        PageScore score = PageScore.NONE;
        double seconds = 0;
        for (Reading reading : readings(distortion, strength)) {
          score = score.plus(reading.score());
          seconds += reading.seconds;
          if (save != null) {
            answers.put(reading.name, reading.read);
            truth.put(reading.name, reading.truth);
          }
        }
        all = all.plus(score);
        rows.add(row(distortion.toString(), name, score, seconds / pages));
        describe(score, kinds.addObject().put("distortion", "" + distortion).put("strength", name))
            .put("secondsPerPage", seconds / pages);
      }
    }
    describe(all, json.putObject("all"));
    if (save != null) {
      write("truth.json", truth);
      write("read.json", answers);
    }
    return new Report(
        "Pages of %s, %d of each kind".formatted(digits, pages),
        List.of(new Section("", new Table(HEADER, rows), notes(all))),
        json);
  }

  private static final List<String> HEADER =
      List.of(
          "distortion",
          "strength",
          "digits",
          "errors %",
          "wrong",
          "missed",
          "invented",
          "of them ?",
          "lines",
          "lost",
          "s/page");

  private List<Reading> readings(PageDistortion distortion, Strength strength) {
    return IntStream.range(0, pages)
        .parallel()
        .mapToObj(
            number -> {
              String name = "%s-%s-%d.png".formatted(distortion, strength, number);
              TestPage page = generator.page(distortion, strength, number);
              if (save != null) {
                savePicture(page.picture(), save.resolve(name));
              }
              Stopwatch watch = Stopwatch.start();
              List<String> read =
                  reader.read(page.picture()).lines().stream().map(Line::text).toList();
              return new Reading(name, page.lines(), read, watch.seconds());
            })
        .toList();
  }

  private static List<String> notes(PageScore all) {
    return List.of(
        String.format(
            Locale.ROOT,
            "all together: %d errors, %.2f %% of %d digits; %d of %d lines lost",
            all.errors(),
            100 * all.errorRate(),
            all.digits(),
            all.linesLost(),
            all.lines()),
        "errors: digits wrong, missed and invented (edit distance, lines aligned); ? is an error",
        "s/page: reading alone, with as many pages at a time as there are cores");
  }

  private static List<String> row(
      String distortion, String strength, PageScore score, double seconds) {
    return List.of(
        distortion,
        strength,
        String.valueOf(score.digits()),
        String.format(Locale.ROOT, "%.2f", 100 * score.errorRate()),
        String.valueOf(score.wrong()),
        String.valueOf(score.missed()),
        String.valueOf(score.invented()),
        String.valueOf(score.rejected()),
        String.valueOf(score.lines()),
        String.valueOf(score.linesLost()),
        String.format(Locale.ROOT, "%.2f", seconds));
  }

  private static ObjectNode describe(PageScore score, ObjectNode node) {
    return node.put("digits", score.digits())
        .put("errorRate", score.errorRate())
        .put("wrong", score.wrong())
        .put("missed", score.missed())
        .put("invented", score.invented())
        .put("rejected", score.rejected())
        .put("lines", score.lines())
        .put("linesLost", score.linesLost());
  }

  private static void savePicture(ColorImage picture, Path file) {
    try {
      AtomicFile.write(file, out -> ImageIO.write(picture.toBufferedImage(), "png", out));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void write(String name, Object value) throws IOException {
    String text = new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(value);
    byte[] bytes = (text + "\n").getBytes(StandardCharsets.UTF_8);
    AtomicFile.write(save.resolve(name), out -> out.write(bytes));
  }
}
