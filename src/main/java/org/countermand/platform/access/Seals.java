package org.countermand.platform.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Seals what the database keeps and nobody may read there: AES-256-GCM, bound to what it is about,
 * so that a sealed text moved to another row does not open.
 *
 * <p>Configured as {@code countermand.payout.key}: {@code name:key}, the key being 32 random bytes
 * in base64; several, parted by commas, while they are being changed. The first seals, all of them
 * open what was sealed under their name. Without any nothing is sealed, and what needs it is not
 * offered; one that is malformed keeps the application from starting.
 */
@ApplicationScoped
public class Seals {

  private static final String CIPHER = "AES/GCM/NoPadding";
  private static final int KEY_BYTES = 32;
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;

  private final SecureRandom random = new SecureRandom();

  @Inject
  @ConfigProperty(name = "countermand.payout.key")
  Optional<List<String>> configured;

  /** Seals under the given keys, where no container injects them. */
  @SuppressWarnings("UnnecessaryAssignment") // nothing is injected into what no container made
  public static Seals of(String... keys) {
    Seals seals = new Seals();
    seals.configured = Optional.of(List.of(keys));
    return seals;
  }

  /**
   * A sealed text.
   *
   * @param keyId the name of the key
   * @param bytes a nonce of 12 bytes, what was encrypted, and its tag
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  public record Sealed(String keyId, byte[] bytes) {}

  /** A key that is malformed shows when the operator looks, not when the first buyer comes. */
  void check(@Observes Startup startup) {
    keys();
  }

  /** Whether there is a key to seal with. */
  public boolean ready() {
    return !keys().isEmpty();
  }

  /**
   * Seals a text.
   *
   * @param about what it belongs to; it opens only with the same
   * @throws IllegalStateException if there is no key
   */
  public Sealed seal(String text, String about) {
    Map.Entry<String, SecretKeySpec> first =
        keys().entrySet().stream()
            .findFirst()
            .orElseThrow(() -> refusal("is missing, so nothing can be sealed"));
    byte[] nonce = new byte[NONCE_BYTES];
    random.nextBytes(nonce);
    byte[] plain = text.getBytes(StandardCharsets.UTF_8);
    try {
      byte[] sealed = cipher(Cipher.ENCRYPT_MODE, first.getValue(), nonce, about).doFinal(plain);
      byte[] bytes = Arrays.copyOf(nonce, NONCE_BYTES + sealed.length);
      System.arraycopy(sealed, 0, bytes, NONCE_BYTES, sealed.length);
      return new Sealed(first.getKey(), bytes);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java platform has " + CIPHER, e);
    }
  }

  /**
   * Opens what was sealed.
   *
   * @param about what it belongs to
   * @throws IllegalStateException if its key is not configured, or it is not what was sealed
   */
  public String open(Sealed sealed, String about) {
    SecretKeySpec key = keys().get(sealed.keyId());
    if (key == null) {
      throw refusal("has no key named " + sealed.keyId());
    }
    byte[] bytes = sealed.bytes();
    try {
      byte[] nonce = Arrays.copyOf(bytes, NONCE_BYTES);
      byte[] plain =
          cipher(Cipher.DECRYPT_MODE, key, nonce, about)
              .doFinal(bytes, NONCE_BYTES, Math.max(0, bytes.length - NONCE_BYTES));
      return new String(plain, StandardCharsets.UTF_8);
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      throw new IllegalStateException("What is sealed for " + about + " does not open", e);
    }
  }

  private static Cipher cipher(int mode, SecretKeySpec key, byte[] nonce, String about)
      throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance(CIPHER);
    cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
    cipher.updateAAD(about.getBytes(StandardCharsets.UTF_8));
    return cipher;
  }

  private Map<String, SecretKeySpec> keys() {
    Map<String, SecretKeySpec> keys = new LinkedHashMap<>();
    for (String named : configured.orElse(List.of())) {
      String[] parts = named.strip().split(":", 2);
      if (parts.length < 2 || parts[0].isBlank()) {
        throw refusal("names no key");
      }
      keys.put(parts[0].strip(), key(parts[1].strip()));
    }
    return keys;
  }

  private static SecretKeySpec key(String base64) {
    byte[] key;
    try {
      key = Base64.getDecoder().decode(base64);
    } catch (IllegalArgumentException e) {
      throw refusal("is not base64");
    }
    if (key.length != KEY_BYTES) {
      throw refusal("has " + key.length + " bytes instead of " + KEY_BYTES);
    }
    return new SecretKeySpec(key, "AES");
  }

  private static IllegalStateException refusal(String what) {
    return new IllegalStateException(
        ("The configuration property countermand.payout.key %s; set it, the same on every node, to"
                + " a name, a colon and %d random bytes in base64, as from: openssl rand -base64 %d")
            .formatted(what, KEY_BYTES, KEY_BYTES));
  }
}
