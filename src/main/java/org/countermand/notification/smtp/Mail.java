package org.countermand.notification.smtp;

import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import org.countermand.notification.model.Letter;

/** A letter as the wire has it: plain text and HTML as alternatives, in UTF-8. */
final class Mail extends MimeMessage {

  private static final String UTF_8 = StandardCharsets.UTF_8.name();

  private final String messageId;

  private Mail(Session session, String messageId) {
    super(session);
    this.messageId = messageId;
  }

  static Mail of(Session session, String from, Letter letter, Instant at)
      throws MessagingException {
    Mail mail = new Mail(session, letter.messageId());
    mail.setFrom(new InternetAddress(from, true));
    mail.setRecipient(RecipientType.TO, recipient(letter));
    mail.setSubject(letter.subject(), UTF_8);
    mail.setSentDate(Date.from(at));
    mail.setContentLanguage(new String[] {letter.locale().toLanguageTag()});
    // RFC 3834: keeps automatic answers, such as notes of absence, from coming back.
    mail.setHeader("Auto-Submitted", "auto-generated");
    mail.setContent(
        new MimeMultipart(
            "alternative", part(letter.text(), "plain"), part(letter.html(), "html")));
    mail.saveChanges();
    return mail;
  }

  private static InternetAddress recipient(Letter letter) throws MessagingException {
    try {
      InternetAddress address = new InternetAddress(letter.to(), letter.name(), UTF_8);
      address.validate();
      if (address.isGroup()) {
        throw new AddressException("One letter, one reader");
      }
      return address;
    } catch (UnsupportedEncodingException e) {
      throw new IllegalStateException("Every Java platform has UTF-8", e);
    }
  }

  private static MimeBodyPart part(String text, String subtype) throws MessagingException {
    MimeBodyPart part = new MimeBodyPart();
    part.setText(text, UTF_8, subtype);
    return part;
  }

  /** The library would make a new id for every try. */
  @Override
  protected void updateMessageID() throws MessagingException {
    setHeader("Message-ID", messageId);
  }
}
