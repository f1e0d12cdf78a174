package io.github.inkling.core.model;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a trained classifier consists of: settings and arrays by name. It is all that a model file
 * keeps of it. Immutable.
 */
public final class ModelState {
  private final String classifier;
  private final Map<String, String> settings;
  private final Map<String, ModelArray> arrays;

  /**
   * Puts settings and arrays together.
   *
   * @param classifier the name of the {@link ClassifierProvider} that can restore it
   * @param settings settings, in the order in which they are saved
   * @param arrays arrays, in the order in which they are saved
   */
  public ModelState(
      String classifier, Map<String, String> settings, Map<String, ModelArray> arrays) {
    this.classifier = classifier;
    this.settings = Collections.unmodifiableMap(new LinkedHashMap<>(settings));
    this.arrays = Collections.unmodifiableMap(new LinkedHashMap<>(arrays));
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
      throw new IllegalArgumentException("the %s has no setting '%s'".formatted(classifier, name));
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
          "the %s's setting %s is not a number: '%s'".formatted(classifier, name, text(name)), e);
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
          "the %s's setting %s is not a whole number: '%s'".formatted(classifier, name, text(name)),
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
      throw new IllegalArgumentException("the %s has no array '%s'".formatted(classifier, name));
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
                  name,
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
              .formatted(classifier, name, value, index));
    }
  }
}
