package org.countermand.sandbox.mailbox;

import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.countermand.sandbox.mailbox.Mail.Attachment;
import org.jspecify.annotations.Nullable;

/** Takes the bytes of one letter apart. */
final class MailParser {

  static {
    // Else the library looks for itself in every file of the class path, several times a letter.
    System.setProperty(
        "jakarta.mail.util.StreamProvider", "org.eclipse.angus.mail.util.MailStreamProvider");
  }

  private static final Session SESSION = Session.getInstance(new Properties());

  private @Nullable String text;
  private @Nullable String html;
  private final List<Attachment> attachments = new ArrayList<>();

  private MailParser() {}

  static Mail parse(String id, Instant receivedAt, String to, byte[] raw)
      throws MessagingException, IOException {
    MimeMessage message = new MimeMessage(SESSION, new ByteArrayInputStream(raw));
    MailParser parser = new MailParser();
    parser.read(message);
    return new Mail(
        id,
        receivedAt,
        to,
        from(message),
        Optional.ofNullable(message.getSubject()).orElse(""),
        Optional.ofNullable(parser.text).orElse(""),
        Optional.ofNullable(parser.html),
        List.copyOf(parser.attachments),
        raw);
  }

  private static String from(MimeMessage message) throws MessagingException {
    Address[] from = message.getFrom();
    if (from == null || from.length == 0) {
      return "";
    }
    return from[0] instanceof InternetAddress address ? address.toUnicodeString() : "" + from[0];
  }

  private void read(Part part) throws MessagingException, IOException {
    if (part.getContent() instanceof Multipart parts) {
      for (int i = 0; i < parts.getCount(); i++) {
        read(parts.getBodyPart(i));
      }
    } else if (part.getFileName() != null
        || Part.ATTACHMENT.equalsIgnoreCase(part.getDisposition())) {
      attachments.add(attachment(part));
    } else if (part.isMimeType("text/plain") && text == null) {
      text = (String) part.getContent();
    } else if (part.isMimeType("text/html") && html == null) {
      html = (String) part.getContent();
    } else {
      attachments.add(attachment(part));
    }
  }

  private static Attachment attachment(Part part) throws MessagingException, IOException {
    String name = part.getFileName();
    return new Attachment(
        name == null ? "unnamed" : MimeUtility.decodeText(name),
        part.getContentType().replaceAll("[;\\s].*", ""),
        part.getInputStream().readAllBytes());
  }
}
