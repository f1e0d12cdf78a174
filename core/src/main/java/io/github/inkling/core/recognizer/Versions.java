package io.github.inkling.core.recognizer;

import io.github.inkling.core.model.Classifiers;
import io.github.inkling.core.model.LibraryVersions;
import io.github.inkling.core.opencv.OpenCv;
import java.util.Map;
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
    return LibraryVersions.of(Versions.class).get("inkling");
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
