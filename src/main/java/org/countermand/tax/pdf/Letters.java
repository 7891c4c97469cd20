package org.countermand.tax.pdf;

import java.text.Normalizer;
import java.util.function.IntPredicate;

/** Foreign text as it may stand on paper. */
final class Letters {

  private Letters() {}

  /** Composed, without control characters and without marks that nobody sees. */
  static String plain(String text) {
    StringBuilder plain = new StringBuilder();
    Normalizer.normalize(text, Normalizer.Form.NFC)
        .codePoints()
        .forEach(
            letter -> {
              switch (Character.getType(letter)) {
                case Character.CONTROL, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR ->
                    plain.append(letter == '\n' ? '\n' : ' ');
                case Character.FORMAT, Character.SURROGATE, Character.UNASSIGNED -> {}
                default -> plain.appendCodePoint(isSelector(letter) ? ' ' : letter);
              }
            });
    return plain.toString().strip();
  }

  /** The same on one line, with the code of each letter that cannot be written: [U+05D0]. */
  static String told(String text, IntPredicate writable) {
    StringBuilder told = new StringBuilder();
    plain(text.replace('\n', ' '))
        .codePoints()
        .forEach(
            letter -> {
              if (writable.test(letter)) {
                told.appendCodePoint(letter);
              } else {
                told.append("[U+%04X]".formatted(letter));
              }
            });
    return told.toString();
  }

  /** Not those that are written from right to left: their order and shapes would be wrong. */
  static boolean isDrawnInOrder(int letter) {
    return switch (Character.getDirectionality(letter)) {
      case Character.DIRECTIONALITY_RIGHT_TO_LEFT,
          Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC,
          Character.DIRECTIONALITY_ARABIC_NUMBER ->
          false;
      default -> true;
    };
  }

  /** Variation selectors choose between pictures of one letter. */
  private static boolean isSelector(int letter) {
    return letter >= 0xFE00 && letter <= 0xFE0F;
  }
}
