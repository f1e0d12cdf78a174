package io.github.inkling.core.page;

/**
 * How pages are read. Immutable.
 *
 * @param findRotation whether sheets that were photographed sideways or upside down are turned
 *     upright by what the recognizer is more confident of; if not, the picture is read as it stands
 * @param rectify whether the sheet's four corners, where they are found, are made a rectangle
 */
public record PageSettings(boolean findRotation, boolean rectify) {
  /**
   * What suits most photographs.
   *
   * @return the default settings
   */
  public static PageSettings defaults() {
    return new PageSettings(true, true);
  }
}
