package io.github.inkling.core.model;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What a trained classifier consists of: settings and arrays by name. It is all that a model file
 * keeps of it. Immutable.
 *
 * <p>A classifier made of others has their states as parts. A part {@code member0} that is an SVM
 * is kept among the settings and arrays of the whole: the setting {@code member0} is {@code svm},
 * and all that the SVM has gets the prefix {@code member0/}, as in {@code member0/kernel}. Parts
 * may have parts, up to {@value #MAX_DEPTH} within each other.
 */
public final class ModelState {
  /** How many parts may lie within each other: what a file says must not fill the stack. */
  public static final int MAX_DEPTH = 8;

  private static final char SEPARATOR = '/';
  private static final Pattern PART_NAME = Pattern.compile("[a-z][a-z0-9]*");

  private final String path;
  private final String classifier;
  private final Map<String, String> settings;
  private final Map<String, ModelArray> arrays;

  /**
   * Puts settings and arrays together.
   *
   * @param classifier the name of the {@link ClassifierProvider} that can restore it
   * @param settings settings, in the order in which they are saved
   * @param arrays arrays, in the order in which they are saved
   * @throws IllegalArgumentException if parts lie too deep within each other, naming one
   */
  public ModelState(
      String classifier, Map<String, String> settings, Map<String, ModelArray> arrays) {
    this("", classifier, settings, arrays);
    settings.keySet().forEach(this::requireDepth);
    arrays.keySet().forEach(this::requireDepth);
  }

  private ModelState(
      String path,
      String classifier,
      Map<String, String> settings,
      Map<String, ModelArray> arrays) {
    this.path = path;
    this.classifier = classifier;
    this.settings = Collections.unmodifiableMap(new LinkedHashMap<>(settings));
    this.arrays = Collections.unmodifiableMap(new LinkedHashMap<>(arrays));
  }

  /**
   * This state and that of a classifier it is made of.
   *
   * @param name what {@link #part} shall find it by: small letters and digits
   * @param part the other classifier's state
   * @return a state that has both
   * @throws IllegalArgumentException if the name is taken or not of small letters and digits, or if
   *     parts lie too deep within each other
   */
  public ModelState withPart(String name, ModelState part) {
    if (!PART_NAME.matcher(name).matches() || settings.containsKey(name)) {
      throw new IllegalArgumentException(
          "the %s cannot have a part '%s': names are of small letters and digits, each used once"
              .formatted(classifier, name));
    }
    Map<String, String> allSettings = new LinkedHashMap<>(settings);
    Map<String, ModelArray> allArrays = new LinkedHashMap<>(arrays);
    String prefix = name + SEPARATOR;
    allSettings.put(name, part.classifier);
    part.settings.forEach((key, value) -> allSettings.put(prefix + key, value));
    part.arrays.forEach((key, array) -> allArrays.put(prefix + key, array));
    return new ModelState(classifier, allSettings, allArrays);
  }

  /**
   * The state of a classifier that this one is made of. Its errors give the full names.
   *
   * @param name its name
   * @return the state that {@link #withPart} was given
   * @throws IllegalArgumentException if it is missing
   */
  public ModelState part(String name) {
    String prefix = name + SEPARATOR;
    return new ModelState(
        path + prefix, text(name), behind(prefix, settings), behind(prefix, arrays));
  }

  private static <T> Map<String, T> behind(String prefix, Map<String, T> all) {
    Map<String, T> some = new LinkedHashMap<>();
    all.forEach(
        (key, value) -> {
          if (key.startsWith(prefix)) {
            some.put(key.substring(prefix.length()), value);
          }
        });
    return some;
  }

  /**
   * The name of the {@link ClassifierProvider} that can restore it.
   *
   * @return such as {@code "svm"}
   */
  public String classifier() {
    return classifier;
  }

  /**
   * All settings.
   *
   * @return in the order in which they are saved
   */
  public Map<String, String> settings() {
    return settings;
  }

  /**
   * All arrays.
   *
   * @return in the order in which they are saved
   */
  public Map<String, ModelArray> arrays() {
    return arrays;
  }

  /**
   * A setting as text.
   *
   * @param name its name
   * @return its value
   * @throws IllegalArgumentException if it is missing
   */
  public String text(String name) {
    String value = settings.get(name);
    if (value == null) {
      throw new IllegalArgumentException(
          "the %s has no setting '%s'".formatted(classifier, path + name));
    }
    return value;
  }

  /**
   * A setting as a number.
   *
   * @param name its name
   * @return its value
   * @throws IllegalArgumentException if it is missing or not a number
   */
  public double number(String name) {
    try {
      return Double.parseDouble(text(name));
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(
          "the %s's setting %s is not a number: '%s'"
              .formatted(classifier, path + name, text(name)),
          e);
    }
  }

  /**
   * A setting as a whole number.
   *
   * @param name its name
   * @return its value
   * @throws IllegalArgumentException if it is missing or not a whole number
   */
  public int integer(String name) {
    try {
      return Integer.parseInt(text(name));
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(
          "the %s's setting %s is not a whole number: '%s'"
              .formatted(classifier, path + name, text(name)),
          e);
    }
  }

  /**
   * The extents of an array.
   *
   * @param name its name
   * @return its shape
   * @throws IllegalArgumentException if it is missing
   */
  public int[] shape(String name) {
    ModelArray array = arrays.get(name);
    if (array == null) {
      throw new IllegalArgumentException(
          "the %s has no array '%s'".formatted(classifier, path + name));
    }
    return array.shape();
  }

  /**
   * An array of 32-bit floats.
   *
   * @param name its name
   * @param shape the shape that it must have
   * @return its values, not copied
   * @throws IllegalArgumentException if it is missing, has another type or shape, or has a value
   *     that is NaN or infinite
   */
  public float[] floats(String name, int... shape) {
    float[] values = values(name, float[].class, shape);
    for (int i = 0; i < values.length; i++) {
      requireFinite(name, i, values[i]);
    }
    return values;
  }

  /**
   * An array of 64-bit floats.
   *
   * @param name its name
   * @param shape the shape that it must have
   * @return its values, not copied
   * @throws IllegalArgumentException if it is missing, has another type or shape, or has a value
   *     that is NaN or infinite
   */
  public double[] doubles(String name, int... shape) {
    double[] values = values(name, double[].class, shape);
    for (int i = 0; i < values.length; i++) {
      requireFinite(name, i, values[i]);
    }
    return values;
  }

  /**
   * An array of 32-bit integers.
   *
   * @param name its name
   * @param shape the shape that it must have
   * @return its values, not copied
   * @throws IllegalArgumentException if it is missing or has another type or shape
   */
  public int[] ints(String name, int... shape) {
    return values(name, int[].class, shape);
  }

  private <T> T values(String name, Class<T> type, int[] shape) {
    int[] actual = shape(name);
    Object values = arrays.get(name).values();
    if (!type.isInstance(values) || !Arrays.equals(actual, shape)) {
      throw new IllegalArgumentException(
          "the %s's array '%s' should be %s %s, but is %s %s"
              .formatted(
                  classifier,
                  path + name,
                  type.getSimpleName(),
                  Arrays.toString(shape),
                  values.getClass().getSimpleName(),
                  Arrays.toString(actual)));
    }
    return type.cast(values);
  }

  private void requireFinite(String name, int index, double value) {
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException(
          "the %s's array '%s' has %s as value %d; all must be finite"
              .formatted(classifier, path + name, value, index));
    }
  }

  private void requireDepth(String name) {
    long depth = name.chars().filter(c -> c == SEPARATOR).count();
    if (depth > MAX_DEPTH) {
      throw new IllegalArgumentException(
          "the %s has parts within parts deeper than %d: '%.80s'"
              .formatted(classifier, MAX_DEPTH, name));
    }
  }
}
