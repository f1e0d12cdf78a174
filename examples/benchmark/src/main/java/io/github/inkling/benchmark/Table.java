package io.github.inkling.benchmark;

import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A table for people. Columns of numbers are set right, others left.
 *
 * @param header names of the columns
 * @param rows as many cells each
 */
record Table(List<String> header, List<List<String>> rows) {
  Table {
    for (List<String> row : rows) {
      if (row.size() != header.size()) {
        throw new IllegalArgumentException(
            "a row has %d cells, but there are %d columns".formatted(row.size(), header.size()));
      }
    }
  }

  /** For a terminal. */
  String text() {
    StringBuilder text = new StringBuilder();
    line(text, header);
    line(text, IntStream.range(0, header.size()).mapToObj(c -> "-".repeat(width(c))).toList());
    rows.forEach(row -> line(text, row));
    return text.toString();
  }

  /** For a document. */
  String markdown() {
    String rule =
        IntStream.range(0, header.size())
            .mapToObj(column -> isNumeric(column) ? "---:" : "---")
            .collect(Collectors.joining(" | ", "| ", " |\n"));
    return markdown(header)
        + rule
        + rows.stream().map(Table::markdown).collect(Collectors.joining());
  }

  private static String markdown(List<String> cells) {
    return cells.stream().collect(Collectors.joining(" | ", "| ", " |\n"));
  }

  private void line(StringBuilder text, List<String> cells) {
    for (int column = 0; column < cells.size(); column++) {
      String cell = cells.get(column);
      String gap = " ".repeat(width(column) - cell.length());
      text.append(isNumeric(column) ? gap + cell : cell + gap).append("  ");
    }
    text.setLength(text.toString().stripTrailing().length());
    text.append('\n');
  }

  private int width(int column) {
    return Collections.max(
        IntStream.concat(
                IntStream.of(header.get(column).length()),
                rows.stream().mapToInt(row -> row.get(column).length()))
            .boxed()
            .toList());
  }

  private boolean isNumeric(int column) {
    return !rows.isEmpty()
        && rows.stream().map(row -> row.get(column)).allMatch(cell -> cell.matches("[-+0-9].*|"));
  }
}
