package io.github.inkling.core.model;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/** The libraries that a module stands on, or itself, in the versions that it was built with. */
public final class LibraryVersions {
  private static final String RESOURCE = "libraries.properties";

  private LibraryVersions() {}

  /**
   * Reads the file {@code libraries.properties} beside a class.
   *
   * @param owner a class of the module
   * @return versions by name, such as {@code smile = 3.1.1}
   * @throws UncheckedIOException if the file cannot be read
   */
  public static Map<String, String> of(Class<?> owner) {
    try (InputStream in = owner.getResourceAsStream(RESOURCE)) {
      Properties properties = new Properties();
      properties.load(in);
      Map<String, String> versions = new TreeMap<>();
      properties.stringPropertyNames().forEach(n -> versions.put(n, properties.getProperty(n)));
      return versions;
    } catch (IOException e) {
      throw new UncheckedIOException(
          "%s of %s cannot be read".formatted(RESOURCE, owner.getPackageName()), e);
    }
  }
}
