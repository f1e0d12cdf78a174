package io.github.inkling.evaluation.html;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.inkling.core.browser.HeadlessBrowser;
import io.github.inkling.evaluation.experiment.Leaderboard;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** What only a browser can tell. */
class ReportInBrowserTest {
  @Test
  void thePageSortsShowsCellsChangesItsThemeAndAsksForNothing(
      @TempDir(cleanup = CleanupMode.NEVER) Path folder) throws IOException {
    Path file = folder.resolve("report.html");
    Leaderboard board = SampleBoard.of(6, 400);
    HtmlReport.of("In a browser", board)
        .withPictures(SampleBoard::digit)
        .withGalleries(List.of(SampleBoard.gallery(board, 10)))
        .write(file);

    String page = file.toUri().toString();
    try (HeadlessBrowser browser = HeadlessBrowser.open(folder.resolve("profile"), 390, 900)) {
      browser.driver().get(page);
      assertThat(
              browser
                  .run(
                      """
                      const heading = document.querySelectorAll("#leaderboard th")[3];
                      const values = () => Array.from(
                          document.querySelectorAll("#leaderboard tbody tr"),
                          (row) => Number(row.cells[3].dataset.sort));
                      const isSorted = (sign) => values().every(
                          (v, i, all) => i === 0 || sign * (v - all[i - 1]) >= 0);
                      heading.querySelector("button").click();
                      const up = heading.ariaSort + isSorted(1);
                      heading.querySelector("button").click();
                      return up + " " + heading.ariaSort + isSorted(-1) + " "
                          + document.querySelectorAll("#leaderboard [aria-sort=none]").length;
                      """)
                  .asText())
          .isEqualTo(
              "ascendingtrue descendingtrue "
                  + browser.run("return document.querySelectorAll('#leaderboard th').length - 1"));
      assertThat(
              browser
                  .run(
                      """
                      const select = document.getElementById("cell");
                      const shown = () => Array.from(document.querySelectorAll(".panel"))
                          .filter((panel) => panel.getClientRects().length > 0)
                          .map((panel) => panel.id).join();
                      const first = shown();
                      select.value = "cell-4";
                      select.dispatchEvent(new Event("change"));
                      return first + " " + shown();
                      """)
                  .asText())
          .isEqualTo("cell-1 cell-4");
      assertThat(
              browser
                  .run(
                      """
                      const paper = () => getComputedStyle(document.body).backgroundColor;
                      const before = paper();
                      document.getElementById("theme").click();
                      const other = paper();
                      document.getElementById("theme").click();
                      return before !== other && before === paper();
                      """)
                  .asBoolean())
          .isTrue();
      assertThat(
              browser
                  .run(
                      "const root = document.documentElement;"
                          + " return root.scrollWidth - root.clientWidth")
                  .asInt())
          .as("pixels to scroll sideways on a phone")
          .isZero();
      assertThat(browser.console()).isEmpty();
      assertThat(browser.requests(page)).containsExactly(page);
    }
  }
}
