package org.countermand.tax.ubl;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** What a credit note says in words, in the language of the document, and words of others. */
final class Words {

  private static final String BUNDLE = "org.countermand.i18n.ubl";

  private final Locale language;
  private final ResourceBundle texts;

  Words(Locale language) {
    this.language = language;
    texts =
        ResourceBundle.getBundle(
            BUNDLE,
            language,
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
  }

  String get(String key, Object... arguments) {
    return new MessageFormat(texts.getString(key), language).format(arguments);
  }

  /**
   * A text of others as XML 1.0 can carry it: on one line, and with the sign for an unreadable
   * character instead of one that XML forbids (2.2), so that nothing vanishes silently.
   */
  static String clean(String text) {
    StringBuilder clean = new StringBuilder(text.length());
    text.codePoints()
        .map(c -> Character.isWhitespace(c) || c == 0x85 ? ' ' : isCharacter(c) ? c : 0xFFFD)
        .forEach(clean::appendCodePoint);
    return clean.toString().strip();
  }

  private static boolean isCharacter(int c) {
    return (c >= 0x20 && c <= 0xD7FF) || (c >= 0xE000 && c <= 0xFFFD) || c >= 0x10000;
  }
}
