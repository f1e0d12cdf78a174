package io.github.inkling.classifiers.cnn;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/** The libraries that this module stands on, in the versions that it was built with. */
final class Libraries {
  private static final String RESOURCE = "libraries.properties";

  private Libraries() {}

  static Map<String, String> versions() {
    try (InputStream in = Libraries.class.getResourceAsStream(RESOURCE)) {
      Properties properties = new Properties();
      properties.load(in);
      Map<String, String> versions = new TreeMap<>();
      properties.stringPropertyNames().forEach(n -> versions.put(n, properties.getProperty(n)));
      return versions;
    } catch (IOException e) {
      throw new UncheckedIOException(RESOURCE + " of inkling-cnn cannot be read", e);
    }
  }
}
