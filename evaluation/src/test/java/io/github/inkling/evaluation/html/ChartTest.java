package io.github.inkling.evaluation.html;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.inkling.evaluation.html.Chart.Point;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;

class ChartTest {
  private static Chart chart(Scale x) {
    return new Chart(
        300, 200, Axis.of("time, <µs>", x), Axis.of("error, %", Scale.linear(0, 1, 4)), "A & B");
  }

  private static Element svg(Chart chart) {
    return Jsoup.parse(chart.svg(), Parser.xmlParser()).firstElementChild();
  }

  @Test
  void anAxisHasItsTitleAndTicks() {
    Element svg = svg(chart(Scale.linear(0, 10, 5)));

    assertThat(svg.attr("aria-label")).isEqualTo("A & B");
    assertThat(svg.select("text").eachText())
        .containsExactlyInAnyOrder(
            "error, %", "time, <µs>", "0", "2", "4", "6", "8", "10", "0", "0.5", "1");
  }

  @Test
  void numbersThatWouldTouchAreLeftOutAndTheirLinesStay() {
    Element svg = svg(chart(new Scale(false, 0, 1_000, List.of(0.0, 900.0, 910.0, 1_000.0))));

    assertThat(svg.select("text.middle").eachText()).containsExactly("0", "900");
    assertThat(svg.select(".grid").attr("d").split("V", -1)).hasSize(5);
  }

  @Test
  void pointsThatFallTogetherAreOne() {
    Chart chart = chart(Scale.linear(0, 10, 5));
    chart.line(
        "s1", "a curve", List.of(new Point(0, 0), new Point(0.001, 0.0001), new Point(10, 1)));

    Element path = svg(chart).select("path.s1").first();
    assertThat(path.attr("d"))
        .isEqualTo(
            "M0 %sL%s 0"
                .formatted(
                    Markup.coordinate(chart.plotHeight()), Markup.coordinate(chart.plotWidth())));
    assertThat(path.select("title").text()).isEqualTo("a curve");
  }

  @Test
  void aDotIsNamedAndNoLineIsDrawnOfNothing() {
    Chart chart = chart(Scale.linear(0, 10, 5));
    chart.line("s1", "", List.of()).dot("s2", "<b>", new Point(5, 0.5), 3);

    Element svg = svg(chart);
    assertThat(svg.select("path.s1")).isEmpty();
    assertThat(svg.select("circle.s2 title").text()).isEqualTo("<b>");
  }

  @Test
  void coordinatesHaveATenthAtMost() {
    assertThat(Markup.coordinate(12.34)).isEqualTo("12.3");
    assertThat(Markup.coordinate(12.96)).isEqualTo("13");
    assertThat(Markup.coordinate(-0.04)).isEqualTo("0");
    assertThat(Markup.coordinate(-0.52)).isEqualTo("-0.5");
    assertThatThrownBy(() -> Markup.coordinate(Double.NaN))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void textIsEscapedAndHasNoControlCharacters() {
    assertThat(Markup.escape("<a href=\"x\">&'\u0001"))
        .isEqualTo("&lt;a href=&quot;x&quot;&gt;&amp;&#39; ");
  }

  @Test
  void ticksHaveNoDigitsThatSayNothing() {
    assertThat(Figures.tick(0.30000000000000004)).isEqualTo("0.3");
    assertThat(Figures.tick(60_000)).isEqualTo("60,000");
    assertThat(Figures.tick(0)).isEqualTo("0");
    assertThat(Figures.pValue(0.0004)).isEqualTo("< 0.001");
    assertThat(Figures.pValue(0.0321)).isEqualTo("0.032");
  }
}
