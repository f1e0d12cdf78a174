package io.github.inkling.service;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.inkling.core.recognizer.DigitRecognizer;
import io.github.inkling.core.recognizer.Provenance;
import io.github.inkling.core.recognizer.RejectionRule;
import io.github.inkling.core.recognizer.RiskCalibration;

/** What there is to know about a model, as JSON: over HTTP and on the command line the same. */
public final class ModelJson {
  private ModelJson() {}

  /**
   * Describes a model.
   *
   * @param name what it is called, such as the name of its file
   * @param recognizer the model
   * @return its name, provenance, settings, rejection rule and what training came to
   */
  public static ObjectNode of(String name, DigitRecognizer recognizer) {
    Provenance provenance = recognizer.provenance();
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("model", name);
    json.put("data", provenance.data());
    json.put("dataHash", provenance.dataHash());
    json.put("samples", provenance.samples());
    provenance.classCounts().forEach(json.putArray("classCounts")::add);
    recognizer.normalizer().settings().toMap().forEach(json.putObject("preprocessing")::put);
    json.put("augment", provenance.augmentation().copies());
    provenance.augmentation().settings().forEach(json.putObject("augmentation")::put);
    json.put("features", recognizer.features().spec());
    json.put("featureCount", recognizer.features().length());
    json.put("classifier", provenance.trainer());
    recognizer.rejection().ifPresent(rule -> describe(rule, json.putObject("rejection")));
    json.put("seed", provenance.seed());
    json.put("featureSeconds", provenance.featureSeconds());
    json.put("trainSeconds", provenance.trainSeconds());
    provenance.report().forEach(json.putObject("report")::put);
    json.put("created", provenance.created().toString());
    provenance.versions().forEach(json.putObject("versions")::put);
    return json;
  }

  private static void describe(RejectionRule rule, ObjectNode json) {
    RiskCalibration calibration = rule.calibration();
    json.put("detector", rule.detector().name());
    json.put("floor", rule.floor());
    if (rule.acceptedError().isPresent()) {
      json.put("acceptedError", rule.acceptedError().getAsDouble());
    } else {
      json.putNull("acceptedError");
    }
    json.put("leastProbability", rule.leastProbability());
    json.put("calibrationData", calibration.data());
    json.put("calibrationHash", calibration.dataHash());
    json.put("calibrationSamples", calibration.samples());
  }
}
