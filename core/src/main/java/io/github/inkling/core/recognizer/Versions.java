package io.github.inkling.core.recognizer;

import io.github.inkling.core.model.Classifiers;
import io.github.inkling.core.opencv.OpenCv;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/** Versions of what a recognizer was made with. */
public final class Versions {
  private Versions() {}

  /**
   * Inkling's version.
   *
   * @return such as {@code "1.2.0"}
   */
  public static String inkling() {
    try (InputStream in = Versions.class.getResourceAsStream("version.properties")) {
      Properties properties = new Properties();
      properties.load(in);
      return properties.getProperty("version");
    } catch (IOException e) {
      throw new UncheckedIOException("version.properties of inkling-core cannot be read", e);
    }
  }

  /**
   * The versions of Inkling, the JDK, OpenCV and the libraries behind the classifiers.
   *
   * @return versions by name
   */
  public static Map<String, String> current() {
    Map<String, String> versions = new TreeMap<>(Classifiers.libraries());
    versions.put("inkling", inkling());
    versions.put("java", Runtime.version().toString());
    versions.put("opencv", OpenCv.version());
    return versions;
  }
}
