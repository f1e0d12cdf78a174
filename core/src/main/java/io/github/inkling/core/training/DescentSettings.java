package io.github.inkling.core.training;

import io.github.inkling.core.model.ComponentSpec;
import io.github.inkling.core.model.PlainNumber;
import io.github.inkling.core.model.SettingRange;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

/**
 * How a network learns by stochastic gradient descent: the settings that all networks have.
 *
 * @param epochs passes over the training digits, 1 to 10,000
 * @param batch digits per step, 1 to 65,536
 * @param rate the largest learning rate, above 0
 * @param schedule how the rate changes over the epochs
 * @param momentum share of the last step in the next, 0 to below 1
 * @param decay weight decay: factor of half of the squared weights in the loss, 0 to 1
 * @param smoothing share of each label that is spread evenly over all classes, 0 to 0.9 (label
 *     smoothing; Szegedy et al., "Rethinking the Inception Architecture", 2016, section 7): it
 *     makes for fewer errors, and for probabilities that are not sure enough unless digits are held
 *     out to calibrate them
 * @param holdout share of the training digits that is not learned from, 0 to 0.9: on them the
 *     probabilities are calibrated. With 0 all digits are learned from and the probabilities stay
 *     as they come
 * @param patience early stopping: epochs without a better one on the digits held out after which
 *     training ends, 1 to 10,000, and the best epoch is kept. With 0, or without digits held out,
 *     training runs to its last epoch, which is kept: a schedule that ends at a small rate leaves
 *     little to stop early for
 * @param augment whether each epoch learns from changed copies of the digits that no other epoch
 *     has, in place of the digits and of copies among them; it needs pictures, not features alone
 */
public record DescentSettings(
    int epochs,
    int batch,
    double rate,
    RateSchedule schedule,
    double momentum,
    double decay,
    double smoothing,
    double holdout,
    int patience,
    boolean augment) {
  private static final int MOST_BATCH = 1 << 16;

  /**
   * Checks the settings.
   *
   * @param epochs 1 to 10,000
   * @param batch 1 to 65,536
   * @param rate above 0
   * @param schedule any
   * @param momentum 0 to below 1
   * @param decay 0 to 1
   * @param smoothing 0 to 0.9
   * @param holdout 0 to 0.9
   * @param patience 0 to 10,000
   * @param augment true or false
   * @throws IllegalArgumentException if a setting is out of range, naming it
   */
  public DescentSettings {
    LearningPace.requireValid(epochs, rate, patience);
    SettingRange.require("batch", batch, 1, MOST_BATCH);
    SettingRange.requireBelowOne("momentum", momentum);
    SettingRange.requireAtMost("decay", decay, 1);
    SettingRange.requireAtMost("smoothing", smoothing, 0.9);
    SettingRange.requireAtMost("holdout", holdout, 0.9);
  }

  /**
   * The names of these settings and of a network's own.
   *
   * @param others the network's own
   * @return for {@link ComponentSpec#allow}
   */
  public String[] names(String... others) {
    return Stream.concat(values().keySet().stream(), Stream.of(others)).toArray(String[]::new);
  }

  /**
   * Reads the settings that are given.
   *
   * @param spec such as {@code mlp:epochs=20,rate=0.01}
   * @param defaults those that are not given
   * @return the settings
   * @throws IllegalArgumentException if a setting is out of range, naming it
   */
  public static DescentSettings parse(ComponentSpec spec, DescentSettings defaults) {
    return new DescentSettings(
        spec.integer("epochs", defaults.epochs),
        spec.integer("batch", defaults.batch),
        spec.number("rate", defaults.rate),
        RateSchedule.parse(spec, defaults.schedule),
        spec.number("momentum", defaults.momentum),
        spec.number("decay", defaults.decay),
        spec.number("smoothing", defaults.smoothing),
        spec.number("holdout", defaults.holdout),
        spec.integer("patience", defaults.patience),
        spec.flag("augment", defaults.augment));
  }

  /**
   * All settings as {@link #parse} reads them.
   *
   * @return values by name
   */
  public Map<String, String> values() {
    Map<String, String> values = new LinkedHashMap<>();
    values.put("epochs", String.valueOf(epochs));
    values.put("batch", String.valueOf(batch));
    values.put("rate", PlainNumber.format(rate));
    values.put("schedule", schedule.toString());
    values.put("momentum", PlainNumber.format(momentum));
    values.put("decay", PlainNumber.format(decay));
    values.put("smoothing", PlainNumber.format(smoothing));
    values.put("holdout", PlainNumber.format(holdout));
    values.put("patience", String.valueOf(patience));
    values.put("augment", String.valueOf(augment));
    return values;
  }

  /**
   * For how long a network learns, and how fast.
   *
   * @param name what the network is called in messages, such as {@code MLP}
   * @return the part of these settings that every kind of training has
   */
  public LearningPace pace(String name) {
    return new LearningPace(name, epochs, rate, schedule, patience);
  }
}
