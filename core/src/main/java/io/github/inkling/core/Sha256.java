package io.github.inkling.core;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 (FIPS 180-4), by which content is compared. */
public final class Sha256 {
  /** Length of a hash in bytes. */
  public static final int BYTES = 32;

  private Sha256() {}

  /**
   * Starts a hash.
   *
   * @return a digest that has seen nothing yet
   */
  public static MessageDigest start() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every JDK has SHA-256", e);
    }
  }

  /**
   * Ends a hash.
   *
   * @param digest has seen all of the content; begins anew
   * @return 64 hexadecimal digits in lower case
   */
  public static String hex(MessageDigest digest) {
    return HexFormat.of().formatHex(digest.digest());
  }
}
