package org.countermand.notification.model;

import java.util.List;

/** A part of a letter's body. Its texts are plain, one line each, and escaped by nobody yet. */
public sealed interface Block {

  record Paragraph(String text) implements Block {}

  /** Small print. */
  record Remark(String text) implements Block {}

  record Heading(String text) implements Block {}

  /** Digits to be read off and typed. */
  record Digits(String digits) implements Block {}

  /**
   * An address to open.
   *
   * @param address made by Countermand, never by anybody else
   */
  record Link(String label, String address) implements Block {}

  /** Sentences below each other. */
  record Sentences(List<String> sentences) implements Block {
    public Sentences {
      sentences = List.copyOf(sentences);
    }
  }

  /** Amounts below each other. */
  record Amounts(List<Row> rows) implements Block {
    public Amounts {
      rows = List.copyOf(rows);
    }
  }

  /**
   * One amount and what it is for.
   *
   * @param amount as people read it, or empty
   * @param sum whether it is the sum of those above
   */
  record Row(String label, String amount, boolean sum) {}
}
