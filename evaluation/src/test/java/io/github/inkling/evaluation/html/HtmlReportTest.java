package io.github.inkling.evaluation.html;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.inkling.core.model.Prediction;
import io.github.inkling.evaluation.experiment.Cell;
import io.github.inkling.evaluation.experiment.Leaderboard;
import io.github.inkling.evaluation.robustness.Corruption;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HtmlReportTest {
  private static final int CELLS = 20;
  private static final int CASES = 100;

  private static Leaderboard board;
  private static String html;
  private static Document page;

  @BeforeAll
  static void renderALargeBoard() {
    board = SampleBoard.of(CELLS, 2_000);
    html = report(board).render();
    page = ParsedPage.of(html);
  }

  private static HtmlReport report(Leaderboard leaderboard) {
    return HtmlReport.of("Features and classifiers", leaderboard)
        .withPictures(SampleBoard::digit)
        .withGalleries(List.of(SampleBoard.gallery(leaderboard, CASES)))
        .withFacts(List.of(new HtmlReport.Fact("Machine", "2 cores")));
  }

  @Test
  void twentyCellsAndAHundredDigitsTakeLessThanTwoMegabytes() {
    assertThat(html.getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(2_000_000);
    assertThat(page.select("#errors .cases > li")).hasSize(CASES);
    assertThat(page.select(".panel")).hasSize(CELLS);
  }

  @Test
  void nothingIsAskedForOnANetwork() {
    assertThat(html).doesNotContain("http://", "https://", "url(", "@import", "src=", "fetch(");
    assertThat(page.select("[href]").eachAttr("href"))
        .allMatch(target -> target.startsWith("#") || target.startsWith("data:"));
    assertThat(page.select("meta[http-equiv=Content-Security-Policy]").attr("content"))
        .isEqualTo(
            "default-src 'none'; img-src data:; style-src 'unsafe-inline'; script-src"
                + " 'unsafe-inline'");
    assertThat(
            page.getAllElements().stream()
                .flatMap(element -> element.attributes().asList().stream())
                .map(Attribute::getKey))
        .noneMatch(name -> name.startsWith("on"));
  }

  @Test
  void theSameBoardGivesTheSameBytesInEveryLocale() {
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
      assertThat(report(SampleBoard.of(CELLS, 2_000)).render()).isEqualTo(html);
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void everyCellIsInEverySection() {
    for (Cell cell : board.cells()) {
      String name = cell.configuration().name();
      assertThat(page.select("#significance th[scope=row]").eachText()).contains(name);
      assertThat(page.select("#transfer td a").eachText()).contains(name);
      assertThat(page.select("#cell option").eachText()).anyMatch(it -> it.contains(". " + name));
      assertThat(page.select(".panel code").eachText())
          .contains(cell.configuration().features().spec());
    }
    assertThat(page.select("#leaderboard tbody tr")).hasSize(CELLS);
    assertThat(page.select("#failures td").eachText()).contains(board.failures().get(0).reason());
    assertThat(page.select("#pareto .wide circle.onfront, #pareto .wide circle.off"))
        .hasSize(CELLS);
    assertThat(page.select("#learning .wide svg svg path")).hasSize(CELLS);
  }

  @Test
  void everyCorruptionHasAChartWithACurvePerCell() {
    assertThat(page.select("#corruptions figcaption").eachText())
        .containsExactlyElementsOf(
            List.of(Corruption.values()).stream().map(Corruption::toString).toList());
    for (Element chart : page.select("#corruptions figure")) {
      assertThat(chart.select("svg svg path")).hasSize(CELLS);
    }
  }

  @Test
  void everyPanelShowsEveryClass() {
    for (Element panel : page.select(".panel")) {
      assertThat(panel.select(".confusion tbody th").eachText())
          .containsExactly("0", "1", "2", "3", "4", "5", "6", "7", "8", "9");
      assertThat(panel.select(".pair > div:nth-child(2) tbody td:first-child").eachText())
          .startsWith("0", "1", "2", "3", "4", "5", "6", "7", "8", "9");
      assertThat(panel.select(".charts figure")).hasSize(4);
      for (Element curves : panel.select(".charts figure:nth-child(n+3)")) {
        assertThat(curves.select("svg svg path")).hasSize(Prediction.CLASSES);
      }
    }
  }

  @Test
  void theConfusionMatrixIsTheReports() {
    Cell best = board.ranked().get(0);
    List<Element> rows = page.select("#cell-1 .confusion tbody tr");
    for (int truth = 0; truth < Prediction.CLASSES; truth++) {
      List<Element> cells = rows.get(truth).select("td");
      for (int answer = 0; answer < Prediction.CLASSES; answer++) {
        int count = best.report().confusion().count(truth, answer);
        assertThat(cells.get(answer).text()).isEqualTo(count == 0 ? "·" : Figures.count(count));
        assertThat(cells.get(answer).className().matches("h[1-5]"))
            .isEqualTo(truth != answer && count > 0);
      }
    }
  }

  @Test
  void errorsStandInTheTableWithTheirInterval() {
    Cell best = board.ranked().get(0);
    Element row = page.select("#leaderboard tbody tr").get(0);
    double error = 1 - best.report().accuracy();
    assertThat(row.select("td.with-bar").get(0).ownText()).isEqualTo(Figures.percent(error));
    assertThat(row.select("td.with-bar small").get(0).text())
        .isEqualTo(
            Figures.percents(
                1 - best.report().accuracyInterval().upper(),
                1 - best.report().accuracyInterval().lower()));
    assertThat(row.select("td.with-bar .interval")).hasSize(board.tests().size());
  }

  @Test
  void everyDistinctDigitIsInThePageOnce() {
    List<String> images = page.select("symbol image").eachAttr("href");
    assertThat(images).doesNotHaveDuplicates().hasSizeGreaterThan(CASES);
    assertThat(html.split("data:image/png", -1)).hasSize(images.size() + 1);
  }

  @Test
  void theComparedCellsAreTheBestTwoOrThoseThatAreNamed() {
    List<Cell> ranked = board.ranked();
    Cell third = ranked.get(2);
    Cell fifth = ranked.get(4);

    assertThat(page.select("#comparison h3").eachText().get(0)).startsWith("1 right, 2 wrong: ");
    Document document =
        ParsedPage.of(HtmlReport.of("Named", board).comparing(third, fifth).render());
    int only =
        (int)
            IntStream.range(0, third.report().samples())
                .filter(i -> third.report().answers().isRight(i))
                .filter(i -> !fifth.report().answers().isRight(i))
                .count();
    assertThat(document.select("#comparison h3").eachText().get(0))
        .isEqualTo("3 right, 5 wrong: " + Figures.count(only, "digit"));
    assertThat(document.select("#comparison .digits li")).isEmpty();
  }

  @Test
  void comparedCellsMustBeTwoOfTheBoard() {
    Cell first = board.cells().get(0);
    Cell stranger =
        SampleBoard.plain(List.of(SampleBoard.answers(new int[] {1}, 1))).cells().get(0);

    assertThatThrownBy(() -> report(board).comparing(first, first))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("is not compared with itself");
    assertThatThrownBy(() -> report(board).comparing(first, stranger))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("is no cell of the leaderboard");
  }

  @Test
  void theFileHasTheSameBytes(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("report.html");

    report(board).write(file);

    assertThat(Files.readString(file, StandardCharsets.UTF_8)).isEqualTo(html);
  }
}
