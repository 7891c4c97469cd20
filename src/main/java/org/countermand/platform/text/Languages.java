package org.countermand.platform.text;

import java.util.List;
import java.util.Locale;

/** The languages that Countermand speaks; every bundle has all of them. */
public final class Languages {

  /** In the order in which they are offered; the first is spoken to everybody else. */
  public static final List<Locale> ALL = List.of(Locale.ENGLISH, Locale.GERMAN, Locale.FRENCH);

  private Languages() {}

  /** The language of a locale if it is spoken here, else English; never with a country. */
  public static Locale supported(Locale wished) {
    return ALL.stream()
        .filter(language -> language.getLanguage().equals(wished.getLanguage()))
        .findFirst()
        .orElse(Locale.ENGLISH);
  }

  /**
   * How numbers and dates are written for somebody: as his country does, if he reads a supported
   * language, else as Great Britain, Germany or France do.
   */
  static Locale writing(Locale wished) {
    Locale language = supported(wished);
    if (language.getLanguage().equals(wished.getLanguage()) && !wished.getCountry().isEmpty()) {
      return new Locale(language.getLanguage(), wished.getCountry());
    }
    return switch (language.getLanguage()) {
      case "de" -> Locale.GERMANY;
      case "fr" -> Locale.FRANCE;
      default -> Locale.UK;
    };
  }
}
