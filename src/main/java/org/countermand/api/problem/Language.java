package org.countermand.api.problem;

import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The language of an answer: the first that the caller accepts and we speak, else English. */
public final class Language {

  private static final Set<String> SPOKEN = Set.of("en", "de", "fr");

  private Language() {}

  public static Locale of(HttpHeaders headers) {
    try {
      return firstSpoken(headers.getAcceptableLanguages());
    } catch (RuntimeException unreadable) {
      // Servers throw differently on a broken header, and a problem has to be told in any case.
      return Locale.ENGLISH;
    }
  }

  /**
   * Chooses.
   *
   * @param accepted the most wanted first
   */
  static Locale firstSpoken(List<Locale> accepted) {
    return accepted.stream()
        .map(Locale::getLanguage)
        .filter(SPOKEN::contains)
        .findFirst()
        .map(Locale::forLanguageTag)
        .orElse(Locale.ENGLISH);
  }
}
