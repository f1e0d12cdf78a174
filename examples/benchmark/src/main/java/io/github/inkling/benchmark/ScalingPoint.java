package io.github.inkling.benchmark;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.TreeMap;

/**
 * What one number of training digits costs one classifier.
 *
 * @param classifier its specification
 * @param digits training digits, changed copies included
 * @param copies changed copies of each picture among them
 * @param trainSeconds training alone, without preprocessing and features
 * @param microsPerDigit answering alone, in a batch
 * @param answered digits that were answered
 * @param errors of them
 * @param peakMegabytes largest resident memory of the process, or 0 where the system does not tell
 * @param figures what the classifier reports, such as its support vectors
 */
record ScalingPoint(
    String classifier,
    int digits,
    int copies,
    double trainSeconds,
    double microsPerDigit,
    int answered,
    int errors,
    long peakMegabytes,
    Map<String, String> figures) {
  ObjectNode json() {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("classifier", classifier);
    json.put("digits", digits);
    json.put("copies", copies);
    json.put("trainSeconds", trainSeconds);
    json.put("microsPerDigit", microsPerDigit);
    json.put("answered", answered);
    json.put("errors", errors);
    json.put("peakMegabytes", peakMegabytes);
    figures.forEach(json.putObject("figures")::put);
    return json;
  }

  /** What {@link #json} returned, read again. */
  static ScalingPoint of(JsonNode json) {
    Map<String, String> figures = new TreeMap<>();
    json.path("figures").forEachEntry((name, figure) -> figures.put(name, figure.asText()));
    return new ScalingPoint(
        json.path("classifier").asText(),
        json.path("digits").asInt(),
        json.path("copies").asInt(),
        json.path("trainSeconds").asDouble(),
        json.path("microsPerDigit").asDouble(),
        json.path("answered").asInt(),
        json.path("errors").asInt(),
        json.path("peakMegabytes").asLong(),
        figures);
  }
}
