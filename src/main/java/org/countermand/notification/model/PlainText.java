package org.countermand.notification.model;

import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A letter's body as plain text. */
final class PlainText {

  private final String colon;

  private PlainText(Locale locale) {
    // French sets a space before a colon, one that does not break.
    colon = locale.getLanguage().equals("fr") ? "\u00a0:" : ":";
  }

  static String of(Letter letter) {
    PlainText text = new PlainText(letter.locale());
    return letter.body().stream().map(text::of).collect(Collectors.joining("\n\n", "", "\n"));
  }

  private String of(Block block) {
    if (block instanceof Block.Paragraph paragraph) {
      return paragraph.text();
    }
    if (block instanceof Block.Remark remark) {
      return remark.text();
    }
    if (block instanceof Block.Heading heading) {
      return heading.text() + "\n" + "-".repeat(heading.text().length());
    }
    if (block instanceof Block.Digits digits) {
      return "    " + digits.digits();
    }
    if (block instanceof Block.Link link) {
      return link.label() + colon + "\n" + link.address();
    }
    if (block instanceof Block.Sentences sentences) {
      return lines(sentences.sentences().stream().map(sentence -> "- " + sentence));
    }
    return lines(((Block.Amounts) block).rows().stream().map(this::of));
  }

  private String of(Block.Row row) {
    return row.amount().isEmpty() ? row.label() : row.label() + colon + " " + row.amount();
  }

  private static String lines(Stream<String> lines) {
    return lines.collect(Collectors.joining("\n"));
  }
}
