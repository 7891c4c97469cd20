package org.countermand.payment.bank;

import java.text.Normalizer;
import java.util.Map;

/**
 * Text in the characters that every bank of the scheme carries (EPC217-08): Latin letters, digits
 * and {@code / - ? : ( ) . , ' +}. Letters lose their accents, German ones become two.
 */
final class SepaText {

  private static final Map<String, String> LETTERS =
      Map.ofEntries(
          Map.entry("ä", "ae"),
          Map.entry("ö", "oe"),
          Map.entry("ü", "ue"),
          Map.entry("Ä", "Ae"),
          Map.entry("Ö", "Oe"),
          Map.entry("Ü", "Ue"),
          Map.entry("ß", "ss"),
          Map.entry("æ", "ae"),
          Map.entry("Æ", "Ae"),
          Map.entry("œ", "oe"),
          Map.entry("Œ", "Oe"),
          Map.entry("ø", "o"),
          Map.entry("Ø", "O"),
          Map.entry("ł", "l"),
          Map.entry("Ł", "L"),
          Map.entry("đ", "d"),
          Map.entry("Đ", "D"),
          Map.entry("’", "'"));

  private SepaText() {}

  /**
   * Writes it so.
   *
   * @param longest characters at most; what is over is cut off
   */
  static String of(String text, int longest) {
    String changed = Normalizer.normalize(text, Normalizer.Form.NFC);
    for (Map.Entry<String, String> letter : LETTERS.entrySet()) {
      changed = changed.replace(letter.getKey(), letter.getValue());
    }
    String plain =
        Normalizer.normalize(changed, Normalizer.Form.NFD)
            .replaceAll("\\p{M}", "")
            .replaceAll("[^A-Za-z0-9/?:().,'+ -]", " ")
            .replaceAll(" +", " ")
            .strip();
    String cut = plain.length() > longest ? plain.substring(0, longest).strip() : plain;
    // A bank refuses an empty name; a name in another alphabet leaves nothing.
    return cut.isEmpty() ? "NOTPROVIDED" : cut;
  }
}
