package io.github.inkling.classifiers.cnn;

import io.github.inkling.core.image.DigitImage;
import io.github.inkling.core.model.Classifier;
import io.github.inkling.core.model.FeatureMatrix;
import io.github.inkling.core.model.ModelState;
import io.github.inkling.core.model.Prediction;
import io.github.inkling.core.training.ClassLabels;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * A convolutional network over the 784 pixels of a digit, and a softmax over the classes that
 * occurred in training. A class that was absent has probability 0.
 *
 * <p>PyTorch is asked for when the first digits are predicted, and not before: a model can be read
 * and shown where it is missing. Its arrays live as long as one call.
 */
public final class CnnClassifier implements Classifier {
  static final String NAME = "cnn";

  /** What it is called in messages. */
  static final String TITLE = "CNN";

  private static final String VIEWS = "views";

  private final ClassLabels classes;
  private final CnnWeights network;
  private final int views;
  private final Map<String, String> report;

  /**
   * Puts a trained network together.
   *
   * @param classes the digits that occurred in training
   * @param network has an output for each of them
   * @param views from how many places it looks
   * @param report what training came to
   */
  CnnClassifier(ClassLabels classes, CnnWeights network, int views, Map<String, String> report) {
    this.classes = classes;
    this.network = network;
    this.views = views;
    this.report = report;
  }

  static CnnClassifier restore(ModelState state) {
    ClassLabels classes = ClassLabels.restore(state);
    int views = state.integer(VIEWS);
    CnnSettings.requireViews(views);
    return new CnnClassifier(classes, CnnWeights.restore(state, classes.size()), views, Map.of());
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public int features() {
    return DigitImage.PIXELS;
  }

  /**
   * {@inheritDoc}
   *
   * @throws IllegalStateException if PyTorch is not there for this platform, naming the artifact
   */
  @Override
  public List<Prediction> predict(FeatureMatrix digits) {
    digits.requireColumns(features());
    float[] outputs = Views.outputs(network, digits.values(), digits.rows(), views);
    return IntStream.range(0, digits.rows())
        .mapToObj(digit -> classes.prediction(outputs, digit))
        .toList();
  }

  @Override
  public Map<String, String> report() {
    return report;
  }

  @Override
  public ModelState state() {
    return network.state(
        NAME, Map.of(VIEWS, String.valueOf(views)), Map.of("classes", classes.array()));
  }
}
