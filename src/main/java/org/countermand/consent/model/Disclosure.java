package org.countermand.consent.model;

import java.util.Locale;
import org.countermand.kernel.Digest;

/**
 * A text that is shown before consent. Texts are versioned and never edited; a new wording is a new
 * version.
 *
 * @param version such as {@code cancellation-1}
 */
public record Disclosure(String version, Locale locale, String text) {

  /** SHA-256 over the exact text. */
  public String digest() {
    return Digest.sha256(text);
  }
}
