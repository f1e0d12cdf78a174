package io.github.inkling.evaluation.html;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.inkling.core.model.Prediction;
import io.github.inkling.core.model.Rejection;
import io.github.inkling.evaluation.Answers;
import io.github.inkling.evaluation.experiment.Cell;
import io.github.inkling.evaluation.experiment.Configuration;
import io.github.inkling.evaluation.experiment.DataSet;
import io.github.inkling.evaluation.experiment.Failure;
import io.github.inkling.evaluation.experiment.Leaderboard;
import io.github.inkling.evaluation.experiment.Protocol;
import java.util.Collections;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

/** Pages of boards that are rarely seen: hostile, perfect, of one class, or empty. */
class UnusualBoardTest {
  private static final String HOSTILE = "<script>alert(\"1\")</script> & 'x' {{title}} \u0007";

  @Test
  void whateverIsGivenAsTextStaysText() {
    Configuration.Part part = new Configuration.Part(HOSTILE, HOSTILE);
    Configuration configuration = new Configuration(part, part, part);
    Answers answers = SampleBoard.answers(new int[] {1, 2, 3}, 1, 2, 4);
    Cell cell = SampleBoard.plain(configuration, List.of(SampleBoard.report(HOSTILE, answers)));
    DataSet data = new DataSet(HOSTILE, SampleBoard.HASH, Collections.nCopies(10, 1));
    Leaderboard hostile =
        new Leaderboard(
            data,
            List.of(data),
            Protocol.defaults(),
            List.of(cell, cell),
            List.of(new Failure(configuration, HOSTILE)));

    String rendered =
        HtmlReport.of(HOSTILE, hostile)
            .withGalleries(List.of(new ErrorGallery(HOSTILE, List.of())))
            .withFacts(List.of(new HtmlReport.Fact(HOSTILE, HOSTILE)))
            .render();

    ParsedPage.requireXml(rendered);
    Document document = Jsoup.parse(rendered);
    assertThat(document.select("script")).hasSize(2);
    assertThat(document.select("script").outerHtml()).doesNotContain("alert(");
    assertThat(document.title()).isEqualTo("<script>alert(\"1\")</script> & 'x' {{title}}");
    assertThat(document.select("h1, .gallery summary, #failures td, footer dd, #leaderboard a"))
        .allMatch(element -> element.text().startsWith("<script>alert(\"1\")</script> & 'x'"));
  }

  @Test
  void whatIsUndefinedIsNamed() {
    // 7 is in the data and never answered, 8 is answered and not in the data, 9 is neither.
    Document document =
        ParsedPage.of(plain(SampleBoard.answers(new int[] {0, 1, 7, 7}, 0, 1, 8, 8)));

    List<Element> rows = document.select(".panel .pair > div:nth-child(2) tbody tr");
    assertThat(rows.get(7).select("td").eachText()).startsWith("7", "undefined", "0.00", "0.00");
    assertThat(rows.get(8).select("td").eachText())
        .startsWith("8", "0.00", "undefined", "0.00", "undefined", "undefined");
    assertThat(rows.get(9).select("td").eachText())
        .startsWith("9", "undefined", "undefined", "undefined", "undefined", "undefined");
  }

  @Test
  void aSingleCellIsComparedWithNone() {
    Document document = ParsedPage.of(plain(SampleBoard.answers(new int[] {0, 1, 2}, 0, 1, 1)));

    assertThat(document.select(".panel")).hasSize(1);
    assertThat(document.select("#significance, #comparison, #transfer, #learning, #corruptions"))
        .isEmpty();
    assertThat(document.select("#pareto")).hasSize(1);
  }

  @Test
  void aSingleClassAndRejectionsAloneMakeAPage() {
    ParsedPage.of(plain(SampleBoard.answers(new int[] {7, 7, 7}, 7, 7, 7)));

    Answers rejected =
        Answers.of(
            new int[] {3, 4},
            List.of(
                Prediction.rejected(Rejection.BLANK), Prediction.rejected(Rejection.TOO_NOISY)));
    Document document = ParsedPage.of(plain(rejected));
    assertThat(document.select(".confusion thead th").eachText()).contains("none");
    assertThat(document.select("#leaderboard td.none")).isNotEmpty();
  }

  @Test
  void aGalleryOfNoErrorsSaysSo() {
    Answers right =
        SampleBoard.answers(new int[] {0, 1, 2, 3, 4, 5, 6, 7, 8, 9}, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9);
    Leaderboard perfect = SampleBoard.plain(List.of(right, right));
    Document document =
        ParsedPage.of(
            HtmlReport.of("Perfect", perfect)
                .withPictures(SampleBoard::digit)
                .withGalleries(List.of(new ErrorGallery("Errors", List.of())))
                .render());

    assertThat(document.select(".gallery").text()).contains("Nothing was answered wrongly.");
    assertThat(document.select(".digits li")).isEmpty();
    assertThat(document.select("#comparison").text()).contains("Chance alone may do this");
  }

  @Test
  void noCellIsAPageToo() {
    Document document = ParsedPage.of(HtmlReport.of("None", SampleBoard.plain(List.of())).render());

    assertThat(document.select("#leaderboard").text()).contains("No cell came to a result.");
    assertThat(document.select("main > section")).hasSize(1);
  }

  private static String plain(Answers answers) {
    return HtmlReport.of("Plain", SampleBoard.plain(List.of(answers))).render();
  }
}
