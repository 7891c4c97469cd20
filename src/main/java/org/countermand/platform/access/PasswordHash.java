package org.countermand.platform.access;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/**
 * Passwords as they are stored: {@code pbkdf2-sha256$<iterations>$<salt>$<hash>}, salt and hash in
 * base64. The iterations stand in each hash, so they can be raised without a migration.
 */
public final class PasswordHash {

  /** What OWASP advises for PBKDF2 with SHA-256. */
  public static final int ITERATIONS = 600_000;

  private static final int SALT_BYTES = 16;
  private static final int HASH_BYTES = 32;

  private static final Pattern FORMAT =
      Pattern.compile("pbkdf2-sha256\\$([1-9][0-9]{0,8})\\$([A-Za-z0-9+/=]+)\\$([A-Za-z0-9+/=]+)");

  private static final SecureRandom RANDOM = new SecureRandom();

  /** Costs what a real one costs, and no password known to anybody matches it. */
  static final String OF_NOBODY = text(ITERATIONS, new byte[SALT_BYTES], new byte[HASH_BYTES]);

  private PasswordHash() {}

  /** A new hash with a salt of its own; takes some tenths of a second, on purpose. */
  public static String of(char[] password) {
    return of(password, ITERATIONS);
  }

  /**
   * As {@link #of(char[])}, at another cost.
   *
   * @param iterations fewer than {@link #ITERATIONS} only for passwords that everybody knows
   */
  public static String of(char[] password, int iterations) {
    byte[] salt = new byte[SALT_BYTES];
    RANDOM.nextBytes(salt);
    return text(iterations, salt, hash(password, salt, iterations));
  }

  /**
   * Whether this is the password; takes as long for a wrong one.
   *
   * @param stored what {@link #of} gave; any other text matches nothing
   */
  public static boolean matches(char[] password, String stored) {
    Matcher parts = FORMAT.matcher(stored);
    if (!parts.matches()) {
      return false;
    }
    try {
      byte[] salt = Base64.getDecoder().decode(parts.group(2));
      byte[] expected = Base64.getDecoder().decode(parts.group(3));
      byte[] actual = hash(password, salt, Integer.parseInt(parts.group(1)));
      return MessageDigest.isEqual(actual, expected);
    } catch (IllegalArgumentException e) {
      return false; // the letters of base64, but not base64
    }
  }

  private static byte[] hash(char[] password, byte[] salt, int iterations) {
    PBEKeySpec spec = new PBEKeySpec(password, salt, iterations, HASH_BYTES * 8);
    try {
      return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256").generateSecret(spec).getEncoded();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java platform has PBKDF2WithHmacSHA256", e);
    } finally {
      spec.clearPassword();
    }
  }

  private static String text(int iterations, byte[] salt, byte[] hash) {
    Base64.Encoder base64 = Base64.getEncoder();
    return "pbkdf2-sha256$%d$%s$%s"
        .formatted(iterations, base64.encodeToString(salt), base64.encodeToString(hash));
  }
}
