package io.github.inkling.classifiers.cnn;

import io.github.inkling.core.model.ComponentSpec;
import io.github.inkling.core.model.PlainNumber;
import io.github.inkling.core.model.SettingRange;
import io.github.inkling.core.training.DescentSettings;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Settings of the convolutional network. Those that are not given are those of a preset.
 *
 * @param layers from the 28 x 28 pixels to the last layer before the classes, joined by spaces:
 *     {@code conv6x5} is a convolution with 6 channels and a kernel of 5 x 5 whose output is as
 *     large as its input, {@code conv16x5valid} one without padding, {@code pool} takes the largest
 *     of each 2 x 2, and {@code dense84} has 84 units. All but pooling rectify
 * @param batchnorm whether the layers' outputs are normalised over each batch (batch normalisation)
 * @param descent how it learns; at most 1,024 digits per step, and with {@code batchnorm} at least
 *     2
 * @param averaging share of the average of the weights that a step keeps, 0 to below 1: the network
 *     predicts with the average. With 0 it does with the last weights
 * @param views from how many places it looks at a digit before it answers: 1, 5 or 9 (test-time
 *     augmentation); prediction takes as many times the time
 * @param columns how many networks of these layers learn, each by itself from its own first weights
 *     and its own copies, and answer together, 1 to 16 (Ciresan, Meier and Schmidhuber,
 *     "Multi-column Deep Neural Networks for Image Classification", CVPR 2012). Training and
 *     prediction take as many times the work; as many columns train at a time as there are cores,
 *     each with its own memory and its share of PyTorch's threads
 */
public record CnnSettings(
    String layers,
    boolean batchnorm,
    DescentSettings descent,
    double averaging,
    int views,
    int columns) {
  private static final int MOST_BATCH = 1024;

  /** Between all layers of all columns, 1 GB, of which a step has some more at once. */
  private static final int MOST_VALUES_OF_STEP = 1 << 28;

  /**
   * Checks the settings.
   *
   * @param layers of an architecture
   * @param batchnorm true or false
   * @param descent with a batch of 1 to 1,024, or of 2 with {@code batchnorm}
   * @param averaging 0 to below 1
   * @param views 1, 5 or 9
   * @param columns 1 to 16
   * @throws IllegalArgumentException if a setting is out of range, naming it
   */
  public CnnSettings {
    int least = leastBatch(batchnorm);
    SettingRange.require(
        batchnorm ? "batch with batchnorm=true" : "batch", descent.batch(), least, MOST_BATCH);
    SettingRange.requireBelowOne("averaging", averaging);
    requireViews(views);
    Columns.requireCount(columns);
    requireRoom(Architecture.of(layers, 1), descent.batch(), columns);
  }

  private static void requireRoom(Architecture network, int batch, int columns) {
    int values = columns * network.values();
    int most = MOST_VALUES_OF_STEP / values;
    if (batch > most) {
      throw new IllegalArgumentException(
          "batch must be at most %,d with layers that make %,d values of a digit, not %,d"
              .formatted(most, values, batch));
    }
    long weights = columns * network.weights();
    if (weights > Architecture.MOST_WEIGHTS) {
      throw new IllegalArgumentException(
          "a cnn's columns have at most %,d weights together, not %,d; make fewer"
              .formatted(Architecture.MOST_WEIGHTS, weights));
    }
  }

  private static int leastBatch(boolean batchnorm) {
    return batchnorm ? 2 : 1;
  }

  /** Smallest number of digits of a step. */
  int leastBatch() {
    return leastBatch(batchnorm);
  }

  static void requireViews(int views) {
    if (views != 1 && views != 5 && views != 9) {
      throw new IllegalArgumentException("views must be 1, 5 or 9, not " + views);
    }
  }

  /**
   * Reads the settings that are given; the others are those of the preset, which is {@code lenet}
   * if it is not given. Layers are joined by slashes here.
   *
   * @param spec such as {@code cnn:preset=small,epochs=20} or {@code
   *     cnn:layers=conv16x3/pool/conv32x3/pool/dense64}
   * @return the settings
   * @throws IllegalArgumentException if a setting is unknown or out of range, naming it
   */
  public static CnnSettings parse(ComponentSpec spec) {
    String[] presets =
        Arrays.stream(CnnPreset.values()).map(CnnPreset::toString).toArray(String[]::new);
    spec.allow(
        CnnPreset.LENET
            .settings()
            .descent
            .names("preset", "layers", "batchnorm", "averaging", "views", "columns"));
    String preset = spec.option("preset", CnnPreset.LENET.toString(), presets);
    CnnSettings defaults = CnnPreset.valueOf(preset.toUpperCase(Locale.ROOT)).settings();
    return new CnnSettings(
        spec.text("layers", defaults.layers).replace('/', ' '),
        spec.flag("batchnorm", defaults.batchnorm),
        DescentSettings.parse(spec, defaults.descent),
        spec.number("averaging", defaults.averaging),
        spec.integer("views", defaults.views),
        spec.integer("columns", defaults.columns));
  }

  /**
   * All settings as text.
   *
   * @return such as {@code cnn:layers=conv6x5/pool/...,epochs=30,...}, which {@link #parse} reads
   */
  public String spec() {
    Map<String, String> values = new LinkedHashMap<>();
    values.put("layers", layers.replace(' ', '/'));
    values.put("batchnorm", String.valueOf(batchnorm));
    values.putAll(descent.values());
    values.put("averaging", PlainNumber.format(averaging));
    values.put("views", String.valueOf(views));
    values.put("columns", String.valueOf(columns));
    return CnnClassifier.NAME + ":" + ComponentSpec.join(values);
  }
}
