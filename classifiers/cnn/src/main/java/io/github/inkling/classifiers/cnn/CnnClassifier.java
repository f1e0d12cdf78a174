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
 * Convolutional networks, or one, over the 784 pixels of a digit, and a softmax of what they say on
 * average over the classes that occurred in training. A class that was absent has probability 0.
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
  private final Columns columns;
  private final int views;
  private final Map<String, String> report;

  /**
   * Puts trained networks together.
   *
   * @param classes the digits that occurred in training
   * @param columns have an output for each of them
   * @param views from how many places they look
   * @param report what training came to
   */
  CnnClassifier(ClassLabels classes, Columns columns, int views, Map<String, String> report) {
    this.classes = classes;
    this.columns = columns;
    this.views = views;
    this.report = report;
  }

  static CnnClassifier restore(ModelState state) {
    ClassLabels classes = ClassLabels.restore(state);
    int views = state.integer(VIEWS);
    CnnSettings.requireViews(views);
    return new CnnClassifier(classes, Columns.restore(state, classes.size()), views, Map.of());
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
    float[] outputs = columns.outputs(digits.values(), digits.rows(), views);
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
    return columns.state(Map.of(VIEWS, String.valueOf(views)), Map.of("classes", classes.array()));
  }
}
