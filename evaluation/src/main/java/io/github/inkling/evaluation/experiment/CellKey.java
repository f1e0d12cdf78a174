package io.github.inkling.evaluation.experiment;

import io.github.inkling.core.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/**
 * All that a cell's figures depend on, but for the machine: what was compared, on which digits, how
 * it was measured, and by which versions of the code.
 */
record CellKey(
    Configuration configuration,
    DataSet training,
    List<DataSet> tests,
    Protocol protocol,
    Map<String, String> versions) {
  private static final int HEX_DIGITS = 16;

  /** The folder's name: readable, and different for different keys. */
  String folder() {
    String hash = Sha256.hex(text().getBytes(StandardCharsets.UTF_8)).substring(0, HEX_DIGITS);
    // The full names without their settings: however they were typed, a cell has one folder.
    return (configuration.features().spec() + "-" + configuration.classifier().spec())
            .replaceAll(":[^+-]*", "")
            .replaceAll("[^A-Za-z0-9.-]+", "_")
            .replaceAll("^(.{0,60}).*$", "$1")
        + "-"
        + hash;
  }

  /** The whole key, a line each. */
  String text() {
    StringBuilder text =
        new StringBuilder()
            .append("preprocessing ")
            .append(configuration.preprocessing().spec())
            .append("\nfeatures ")
            .append(configuration.features().spec())
            .append("\nclassifier ")
            .append(configuration.classifier().spec())
            .append("\ntraining ")
            .append(training.hash());
    for (DataSet test : tests) {
      text.append("\ntest ").append(test.hash());
    }
    text.append("\nprotocol ").append(protocol);
    versions.forEach((name, version) -> text.append('\n').append(name).append(' ').append(version));
    return text.append('\n').toString();
  }
}
