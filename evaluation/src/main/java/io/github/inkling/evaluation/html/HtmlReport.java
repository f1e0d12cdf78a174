package io.github.inkling.evaluation.html;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import io.github.inkling.core.AtomicFile;
import io.github.inkling.core.image.DigitImage;
import io.github.inkling.evaluation.experiment.Cell;
import io.github.inkling.evaluation.experiment.Leaderboard;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;

/**
 * An experiment as one HTML file, which needs no other file and asks for nothing on a network:
 * style, script, charts and pictures are in it. It reads without its script, in light and dark, on
 * a phone and on paper. The same content gives the same bytes.
 *
 * <pre>{@code
 * HtmlReport.of("Features and classifiers on MNIST", leaderboard)
 *     .withPictures(test::digit)
 *     .withGalleries(galleries)
 *     .withFacts(List.of(new HtmlReport.Fact("Command", "inkling benchmark")))
 *     .write(Path.of("report.html"));
 * }</pre>
 *
 * <p>Immutable; whatever is given as text is shown as text, also where it looks like markup.
 */
public final class HtmlReport {
  private final String title;
  private final Leaderboard leaderboard;
  private final List<ErrorGallery> galleries;
  private final Optional<IntFunction<DigitImage>> pictures;
  private final List<Cell> compared;
  private final List<Fact> facts;

  private HtmlReport(
      String title,
      Leaderboard leaderboard,
      List<ErrorGallery> galleries,
      Optional<IntFunction<DigitImage>> pictures,
      List<Cell> compared,
      List<Fact> facts) {
    this.title = title;
    this.leaderboard = leaderboard;
    this.galleries = galleries;
    this.pictures = pictures;
    this.compared = compared;
    this.facts = facts;
  }

  /**
   * Something to know of how the numbers came about.
   *
   * @param name such as {@code "Machine"}
   * @param value such as {@code "2 cores, Linux"}
   */
  public record Fact(String name, String value) {}

  /**
   * A report without galleries, pictures and facts.
   *
   * @param title the heading
   * @param leaderboard what came of the experiment; cells may be none
   * @return the report
   */
  public static HtmlReport of(String title, Leaderboard leaderboard) {
    return new HtmlReport(title, leaderboard, List.of(), Optional.empty(), List.of(), List.of());
  }

  /**
   * This report, with digits to look at.
   *
   * @param newGalleries the first is shown, the others when they are opened; none of them may be
   *     empty of cases, which then is said
   * @return the report
   */
  public HtmlReport withGalleries(List<ErrorGallery> newGalleries) {
    return new HtmlReport(title, leaderboard, List.copyOf(newGalleries), pictures, compared, facts);
  }

  /**
   * This report, with the pictures on which two cells differ.
   *
   * @param newPictures the digit at a place of the first test set, from 0
   * @return the report
   */
  public HtmlReport withPictures(IntFunction<DigitImage> newPictures) {
    return new HtmlReport(title, leaderboard, galleries, Optional.of(newPictures), compared, facts);
  }

  /**
   * This report, with two cells compared that are not the two best.
   *
   * @param first one of the leaderboard's
   * @param second another one of them
   * @return the report
   * @throws IllegalArgumentException if one is not among the leaderboard's, or both are the same
   */
  public HtmlReport comparing(Cell first, Cell second) {
    if (first.equals(second)) {
      throw new IllegalArgumentException(
          first.configuration().name() + ": a cell is not compared with itself");
    }
    for (Cell cell : List.of(first, second)) {
      if (!leaderboard.cells().contains(cell)) {
        throw new IllegalArgumentException(
            cell.configuration().name() + ": is no cell of the leaderboard");
      }
    }
    return new HtmlReport(title, leaderboard, galleries, pictures, List.of(first, second), facts);
  }

  /**
   * This report, with facts at its end.
   *
   * @param newFacts such as machine, versions and command
   * @return the report
   */
  public HtmlReport withFacts(List<Fact> newFacts) {
    return new HtmlReport(title, leaderboard, galleries, pictures, compared, List.copyOf(newFacts));
  }

  /**
   * Renders the report.
   *
   * @return an HTML document, which is well-formed XML as well
   */
  public String render() {
    Template template =
        Mustache.compiler()
            .withEscaper(Markup::escape)
            .emptyStringIsFalse(true)
            .withLoader(name -> open(name + ".html"))
            .compile(resource("report.html"));
    return template.execute(
        ReportView.of(title, leaderboard, galleries, pictures, compared, facts));
  }

  /**
   * Writes the report, in UTF-8.
   *
   * @param file where to; what is there is replaced when all is written
   * @throws IOException if it cannot be written
   */
  public void write(Path file) throws IOException {
    byte[] document = render().getBytes(StandardCharsets.UTF_8);
    AtomicFile.write(file, out -> out.write(document));
  }

  /** The text of a resource of this package. */
  static String resource(String name) {
    try (InputStream in = stream(name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the resource " + name, e);
    }
  }

  private static Reader open(String name) {
    return new InputStreamReader(stream(name), StandardCharsets.UTF_8);
  }

  private static InputStream stream(String name) {
    InputStream in = HtmlReport.class.getResourceAsStream(name);
    if (in == null) {
      throw new IllegalStateException("there is no resource " + name + " beside HtmlReport");
    }
    return in;
  }
}
