package io.github.inkling.evaluation.html;

import io.github.inkling.core.image.DigitImage;
import io.github.inkling.evaluation.experiment.Cell;
import io.github.inkling.evaluation.experiment.DataSet;
import io.github.inkling.evaluation.experiment.Failure;
import io.github.inkling.evaluation.experiment.Leaderboard;
import io.github.inkling.evaluation.html.Standings.Standing;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * The whole page as its template shows it. A section that has nothing to show is an empty list.
 *
 * @param title the heading
 * @param style the style sheet
 * @param script the script
 * @param summary what was done, in a sentence
 * @param dataSets all data sets
 * @param leaderboard the table
 * @param failures cells that came to nothing
 * @param pareto errors against time
 * @param significance which cells differ
 * @param transfer errors on all test sets
 * @param corruptions a chart per corruption
 * @param learning learning curves
 * @param panels all that is said of each cell
 * @param galleries digits to look at
 * @param comparison two cells compared
 * @param facts how it came about
 * @param symbols pictures of digits
 */
record ReportView(
    String title,
    String style,
    String script,
    String summary,
    List<CellPanel.Part> dataSets,
    List<Table> leaderboard,
    List<CellPanel.Part> failures,
    List<Figure> pareto,
    List<SignificanceMatrix> significance,
    List<Table> transfer,
    List<SmallMultiples> corruptions,
    List<Figure> learning,
    List<CellPanel> panels,
    List<GalleryView> galleries,
    List<ComparisonView> comparison,
    List<HtmlReport.Fact> facts,
    List<Sprites.Symbol> symbols) {
  private static final int HASH_DIGITS = 12;

  /**
   * A link to a part of the page.
   *
   * @param id where it is
   * @param name its heading
   */
  record Section(String id, String name) {}

  /**
   * Small charts with one legend.
   *
   * @param charts the drawings
   * @param legend what their colours stand for
   */
  record SmallMultiples(List<Figure> charts, List<Figure.Item> legend) {
    boolean hasLegend() {
      return !legend.isEmpty();
    }
  }

  static ReportView of(
      String title,
      Leaderboard board,
      List<ErrorGallery> galleries,
      Optional<IntFunction<DigitImage>> pictures,
      List<Cell> compared,
      List<HtmlReport.Fact> facts) {
    Standings standings = Standings.of(board);
    List<Standing> ranked = standings.ranked();
    Sprites sprites = new Sprites();
    List<GalleryView> galleryViews =
        IntStream.range(0, galleries.size())
            .mapToObj(i -> GalleryView.of(galleries.get(i), i == 0, board.cells().size(), sprites))
            .toList();
    List<ComparisonView> comparison = comparison(standings, compared, pictures, sprites);
    List<Figure> corruptions = CellCurves.corruptions(standings);
    return new ReportView(
        title,
        HtmlReport.resource("report.css"),
        HtmlReport.resource("report.js"),
        summary(board),
        dataSets(board),
        ranked.isEmpty() ? List.of() : List.of(LeaderboardTable.of(standings)),
        board.failures().stream().map(ReportView::failure).toList(),
        ranked.isEmpty() ? List.of() : List.of(ParetoChart.of(standings)),
        ranked.size() > 1 ? List.of(SignificanceMatrix.of(standings)) : List.of(),
        standings.severalTests() && !ranked.isEmpty()
            ? List.of(TransferTable.of(standings))
            : List.of(),
        corruptions.isEmpty()
            ? List.of()
            : List.of(new SmallMultiples(corruptions, CellCurves.corruptionLegend(standings))),
        ranked.stream().anyMatch(it -> !it.cell().learningCurve().isEmpty())
            ? List.of(CellCurves.learning(standings))
            : List.of(),
        ranked.parallelStream().map(CellPanel::of).toList(),
        galleryViews,
        comparison,
        facts,
        sprites.symbols());
  }

  /** Links to what there is. */
  List<Section> sections() {
    List<Section> links = new ArrayList<>();
    link(links, leaderboard, "leaderboard", "Leaderboard");
    link(links, failures, "failures", "Failed cells");
    link(links, pareto, "pareto", "Errors against time");
    link(links, significance, "significance", "Significance");
    link(links, transfer, "transfer", "Other data");
    link(links, corruptions, "corruptions", "Corruptions");
    link(links, learning, "learning", "Learning curves");
    link(links, panels, "cells", "Cell by cell");
    link(links, comparison, "comparison", "Two compared");
    link(links, galleries, "errors", "Errors");
    return links;
  }

  boolean hasFailures() {
    return !failures.isEmpty();
  }

  boolean hasPanels() {
    return !panels.isEmpty();
  }

  boolean hasGalleries() {
    return !galleries.isEmpty();
  }

  private static void link(List<Section> links, List<?> content, String id, String name) {
    if (!content.isEmpty()) {
      links.add(new Section(id, name));
    }
  }

  private static List<ComparisonView> comparison(
      Standings standings,
      List<Cell> compared,
      Optional<IntFunction<DigitImage>> pictures,
      Sprites sprites) {
    List<Standing> ranked = standings.ranked();
    if (ranked.size() < 2) {
      return List.of();
    }
    List<Standing> both =
        compared.isEmpty()
            ? ranked.subList(0, 2)
            : compared.stream()
                .map(
                    cell ->
                        ranked.stream()
                            .filter(it -> it.cell().equals(cell))
                            .findFirst()
                            .orElseThrow())
                .toList();
    return List.of(ComparisonView.of(standings, both.get(0), both.get(1), pictures, sprites));
  }

  private static CellPanel.Part failure(Failure failure) {
    return new CellPanel.Part(failure.configuration().name(), failure.reason());
  }

  private static String summary(Leaderboard board) {
    String failed =
        board.failures().isEmpty()
            ? ""
            : ", and %s that failed".formatted(Figures.count(board.failures().size()));
    return "%s%s, trained on %s and measured on %s."
        .formatted(
            Figures.count(board.cells().size(), "cell"),
            failed,
            board.training().name(),
            String.join(", ", board.tests().stream().map(DataSet::name).toList()));
  }

  private static List<CellPanel.Part> dataSets(Leaderboard board) {
    List<CellPanel.Part> parts = new ArrayList<>();
    parts.add(dataSet("Trained on", board.training()));
    board.tests().forEach(test -> parts.add(dataSet("Measured on", test)));
    return parts;
  }

  private static CellPanel.Part dataSet(String use, DataSet data) {
    if (data.hash().isEmpty()) {
      return new CellPanel.Part(use, data.name());
    }
    return new CellPanel.Part(
        use,
        "%s, %s (SHA-256 %s)"
            .formatted(
                data.name(),
                Figures.count(data.samples(), "digit"),
                data.hash().substring(0, Math.min(HASH_DIGITS, data.hash().length()))));
  }
}
