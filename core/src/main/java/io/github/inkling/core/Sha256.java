package io.github.inkling.core;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/** SHA-256 (FIPS 180-4), by which content is compared. */
public final class Sha256 {
  /** Length of a hash in bytes. */
  public static final int BYTES = 32;

  private static final Pattern HEX = Pattern.compile("[0-9a-f]{" + 2 * BYTES + "}");

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
   * The hash of a content that is in memory.
   *
   * @param content any bytes
   * @return 64 hexadecimal digits in lower case
   */
  public static String hex(byte[] content) {
    MessageDigest digest = start();
    digest.update(content);
    return hex(digest);
  }

  /**
   * Whether a text is a hash, as {@link #hex} gives it.
   *
   * @param text any text
   * @return true if it is 64 hexadecimal digits in lower case
   */
  public static boolean isHex(String text) {
    return HEX.matcher(text).matches();
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
