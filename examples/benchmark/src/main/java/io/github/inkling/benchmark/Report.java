package io.github.inkling.benchmark;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What a benchmark came to, for people and for programs.
 *
 * @param title one line
 * @param sections in their order
 * @param json the same figures
 */
record Report(String title, List<Section> sections, ObjectNode json) {
  /**
   * A part of a report.
   *
   * @param heading one line, or empty
   * @param table the figures
   * @param notes what has to be known to read them
   */
  record Section(String heading, Table table, List<String> notes) {}

  /** For a terminal. */
  String text() {
    return sections.stream()
        .map(
            section ->
                "%n%s%n%n%s%s"
                    .formatted(
                        section.heading.isEmpty() ? title : section.heading,
                        section.table.text(),
                        lines("  ", section.notes)))
        .collect(Collectors.joining());
  }

  /** For a document, with the machine and the command that gave the figures. */
  String markdown(Machine machine, String command) {
    String body =
        sections.stream()
            .map(
                section ->
                    (section.heading.isEmpty() ? "" : "\n### " + section.heading + "\n")
                        + "\n"
                        + section.table.markdown()
                        + (section.notes.isEmpty() ? "" : "\n" + lines("- ", section.notes)))
            .collect(Collectors.joining());
    return "## %s\n\n%s\n\n```sh\n%s\n```\n%s".formatted(title, machine.sentence(), command, body);
  }

  private static String lines(String prefix, List<String> lines) {
    return lines.stream().map(line -> prefix + line + "\n").collect(Collectors.joining());
  }
}
