package io.github.inkling.classifiers.ensemble;

import io.github.inkling.core.model.ComponentSpec;
import io.github.inkling.core.model.PlainNumber;
import io.github.inkling.core.model.SettingRange;

/**
 * What a cascade is trained from. As text: {@code cascade:cheap=mlp,strong=svm}.
 *
 * @param cheap name of the classifier that is asked first, with its default settings
 * @param strong name of the classifier that is asked where the first is not sure; another
 * @param held share of the training digits that the threshold is chosen on, above 0 and at most 0.5
 * @param more errors that the cascade may make on them beyond the strong one's, at least 0
 */
public record CascadeSettings(String cheap, String strong, double held, int more) {
  private static final double DEFAULT_HELD = 0.1;
  private static final String CHEAP = "cheap";
  private static final String STRONG = "strong";
  private static final String HELD = "held";
  private static final String MORE = "more";

  /**
   * Checks the settings.
   *
   * @param cheap name of the classifier that is asked first
   * @param strong name of another
   * @param held above 0 and at most 0.5
   * @param more at least 0
   * @throws IllegalArgumentException if a setting is out of range, naming it
   */
  public CascadeSettings {
    MemberTraining.requireName("a cascade's cheap", cheap);
    MemberTraining.requireName("a cascade's strong", strong);
    if (cheap.equals(strong)) {
      throw new IllegalArgumentException(
          "a cascade's cheap and strong must differ, but both are " + cheap);
    }
    HeldOutSplit.requireShare("the cascade's " + HELD, held);
    SettingRange.require("the cascade's " + MORE, more, 0, Integer.MAX_VALUE);
  }

  /**
   * Reads settings.
   *
   * @param spec such as {@code cascade:cheap=mlp,strong=svm}, which is also what {@code cascade}
   *     alone means
   * @return the settings
   * @throws IllegalArgumentException if a setting is unknown or out of range, naming it
   */
  public static CascadeSettings parse(ComponentSpec spec) {
    spec.allow(CHEAP, STRONG, HELD, MORE);
    return new CascadeSettings(
        spec.text(CHEAP, "mlp"),
        spec.text(STRONG, "svm"),
        spec.number(HELD, DEFAULT_HELD),
        spec.integer(MORE, 0));
  }

  /**
   * The settings as text, from which {@link #parse} makes them again.
   *
   * @return such as {@code "cascade:cheap=mlp,strong=svm,held=0.1,more=0"}
   */
  String spec() {
    return "%s:%s=%s,%s=%s,%s=%s,%s=%d"
        .formatted(
            CascadeClassifier.NAME,
            CHEAP,
            cheap,
            STRONG,
            strong,
            HELD,
            PlainNumber.format(held),
            MORE,
            more);
  }
}
