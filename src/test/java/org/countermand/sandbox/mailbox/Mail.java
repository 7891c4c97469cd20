package org.countermand.sandbox.mailbox;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A letter as one recipient got it.
 *
 * @param id unique in its mailbox and ascending with time
 * @param receivedAt when the mailbox accepted it, to the millisecond
 * @param to the address it was delivered to, in lower case; the letter itself may name others
 * @param from the sender as the letter states it
 * @param text the plain text, empty if there is none
 * @param html the HTML alternative
 * @param raw the exact bytes as they came
 */
public record Mail(
    String id,
    Instant receivedAt,
    String to,
    String from,
    String subject,
    String text,
    Optional<String> html,
    List<Attachment> attachments,
    byte[] raw) {

  private static final Pattern LINK = Pattern.compile("https?://[^\\s<>\"]*[^\\s<>\".,;:!?)\\]]");

  /** A file that came with a letter. */
  public record Attachment(String name, String type, byte[] content) {}

  /** The addresses of the web in the plain text, in their order. */
  public List<String> links() {
    return LINK.matcher(text).results().map(found -> found.group()).toList();
  }

  /**
   * The first group of the pattern in the plain text, such as a log-in code.
   *
   * @throws IllegalStateException if the text has no such part
   */
  public String find(Pattern pattern) {
    Matcher matcher = pattern.matcher(text);
    if (!matcher.find()) {
      throw new IllegalStateException("No " + pattern + " in: " + text);
    }
    return matcher.group(1);
  }

  static Pattern link() {
    return LINK;
  }

  @Override
  public String toString() {
    return "“%s” to %s at %s".formatted(subject, to, receivedAt);
  }
}
