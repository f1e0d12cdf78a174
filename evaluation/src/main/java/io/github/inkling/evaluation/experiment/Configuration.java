package io.github.inkling.evaluation.experiment;

/**
 * What a cell of the table stands for: a way to prepare pictures, to describe digits and to tell
 * them apart.
 *
 * @param preprocessing how pictures are normalised
 * @param features how digits are described
 * @param classifier how they are told apart
 */
public record Configuration(Part preprocessing, Part features, Part classifier) {
  /**
   * One of the three choices.
   *
   * @param name for people, as it was typed: {@code "svm:kernel=linear"}
   * @param spec for programs, with every setting: what would make the same part again
   */
  public record Part(String name, String spec) {
    /**
     * Keeps the name on one line.
     *
     * @param name for people
     * @param spec for programs
     */
    public Part {
      name = name.strip().replaceAll("[\\s\\p{Cntrl}]+", " ");
    }
  }

  /**
   * The configuration in words; the preprocessing is left out where it is the default.
   *
   * @return such as {@code "hog, svm:kernel=linear"}
   */
  public String name() {
    String name = features.name() + ", " + classifier.name();
    return preprocessing.name().isEmpty() ? name : name + ", " + preprocessing.name();
  }
}
