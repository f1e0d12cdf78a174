package io.github.inkling.service;

import io.github.inkling.core.image.GrayImage;
import io.github.inkling.core.model.SettingRange;
import java.time.Duration;

/**
 * How much the service takes at a time. Whatever is above is refused before memory is taken for it.
 *
 * @param bodyBytes the most bytes of a request's body, 1,000 to 400 million
 * @param bodiesBytes the most bytes of all bodies that are in memory at a time, at least {@code
 *     bodyBytes}
 * @param bodyTime how long a body may take to arrive, above 0
 * @param picturePixels the most pixels of a picture, 1 to 100 million
 * @param connections the most open connections, at least 1
 * @param waitingDigits the most digits that wait to be recognised, at least 1
 * @param waitingPictures the most pages and large pictures that wait for a thread, at least 1
 * @param batchDigits the most digits of one request, at least 1
 * @param collected the most digits that are collected, at least 1
 */
public record Limits(
    int bodyBytes,
    long bodiesBytes,
    Duration bodyTime,
    int picturePixels,
    int connections,
    int waitingDigits,
    int waitingPictures,
    int batchDigits,
    int collected) {
  private static final int MOST_BYTES = 4 * GrayImage.MAX_PIXELS;
  private static final int MANY = 1_000_000;

  /**
   * Checks the ranges.
   *
   * @param bodyBytes the most bytes of a body
   * @param bodiesBytes the most bytes of all bodies
   * @param bodyTime how long a body may take
   * @param picturePixels the most pixels of a picture
   * @param connections the most open connections
   * @param waitingDigits the most waiting digits
   * @param waitingPictures the most waiting pictures
   * @param batchDigits the most digits of a request
   * @param collected the most collected digits
   * @throws IllegalArgumentException if one is out of range, naming it
   */
  public Limits {
    SettingRange.require("bodyBytes", bodyBytes, 1000, MOST_BYTES);
    if (bodiesBytes < bodyBytes) {
      throw new IllegalArgumentException(
          "bodiesBytes must be at least bodyBytes (%d), not %d".formatted(bodyBytes, bodiesBytes));
    }
    SettingRange.requirePositive("bodyTime", bodyTime.toMillis());
    SettingRange.require("picturePixels", picturePixels, 1, GrayImage.MAX_PIXELS);
    SettingRange.require("connections", connections, 1, MANY);
    SettingRange.require("waitingDigits", waitingDigits, 1, MANY);
    SettingRange.require("waitingPictures", waitingPictures, 1, MANY);
    SettingRange.require("batchDigits", batchDigits, 1, MANY);
    SettingRange.require("collected", collected, 1, MANY);
  }

  /**
   * What suits a small machine.
   *
   * @return bodies of 20 MB and 100 MB together, in 15 seconds; pictures of 50 megapixels; 1,000
   *     connections; 256 waiting digits, 16 waiting pictures, 256 digits in a request, 10,000
   *     collected digits
   */
  public static Limits defaults() {
    return new Limits(
        20_000_000, 100_000_000, Duration.ofSeconds(15), 50_000_000, 1000, 256, 16, 256, 10_000);
  }

  /** How long a connection may stay without a whole request; longer than a body may take. */
  Duration idleTime() {
    return bodyTime.multipliedBy(2);
  }
}
