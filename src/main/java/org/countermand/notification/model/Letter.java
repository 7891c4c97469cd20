package org.countermand.notification.model;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.countermand.outbox.model.EventType;

/**
 * A letter as it is to be sent. Written anew on every try; only its {@link #messageId()} makes two
 * tries one letter.
 *
 * @param id the envelope it answers
 * @param kind what it tells of
 * @param to the reader's address, not yet checked
 * @param name the reader's name in one line, or empty
 * @param locale the language it is written in
 * @param subject one line
 */
public record Letter(
    UUID id,
    EventType kind,
    String to,
    String name,
    Locale locale,
    String subject,
    List<Block> body) {

  public Letter {
    body = List.copyOf(body);
  }

  /** The same for the same envelope, so that a mailbox may recognise a letter sent twice. */
  public String messageId() {
    return "<" + id + "@countermand>";
  }

  /** The body for readers of plain text. */
  public String text() {
    return PlainText.of(this);
  }

  /** The body for everybody else. */
  public String html() {
    return Html.of(this);
  }
}
