package io.github.inkling.classifiers.smile;

import io.github.inkling.core.model.LibraryVersions;
import java.util.Map;

/** The libraries that this module stands on, in the versions that it was built with. */
final class Libraries {
  private Libraries() {}

  static Map<String, String> versions() {
    return LibraryVersions.of(Libraries.class);
  }
}
