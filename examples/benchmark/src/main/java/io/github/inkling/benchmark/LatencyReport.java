package io.github.inkling.benchmark;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.inkling.benchmark.Report.Section;
import io.github.inkling.benchmark.latency.Latency;
import io.github.inkling.benchmark.latency.LatencyRun.Measured;
import java.util.List;

/** Lays out what one digit costs. */
final class LatencyReport {
  private static final double MICROS = 1e6;

  private final Measured measured;

  LatencyReport(Measured measured) {
    this.measured = measured;
  }

  Report report() {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    ArrayNode latencies = json.putArray("latencies");
    measured.latencies().forEach(latency -> describe(latency, latencies.addObject()));
    json.put("preparedDigitsPerSecond", measured.digitsPerSecond());
    return new Report(
        "What one digit costs",
        List.of(
            new Section(
                "Latency of one digit, warm",
                new Table(
                    List.of("part", "classifier", "median µs", "p99 µs", "mean µs", "samples"),
                    measured.latencies().stream().map(LatencyReport::row).toList()),
                List.of("together: from a picture of 28 x 28 pixels to a label")),
            new Section(
                "Throughput of preprocessing and features, warm, all cores",
                new Table(
                    List.of("digits/s", "µs/digit"),
                    List.of(
                        List.of(
                            Figures.number(measured.digitsPerSecond()),
                            Figures.number(MICROS / measured.digitsPerSecond())))),
                List.of())),
        json);
  }

  private static List<String> row(Latency latency) {
    return List.of(
        latency.part(),
        latency.classifier(),
        Figures.number(latency.median()),
        Figures.number(latency.p99()),
        Figures.number(latency.mean()),
        String.valueOf(latency.samples()));
  }

  private static void describe(Latency latency, ObjectNode node) {
    node.put("part", latency.part());
    node.put("classifier", latency.classifier());
    node.put("medianMicros", latency.median());
    node.put("p99Micros", latency.p99());
    node.put("meanMicros", latency.mean());
    node.put("samples", latency.samples());
  }
}
