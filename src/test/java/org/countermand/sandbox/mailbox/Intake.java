package org.countermand.sandbox.mailbox;

import com.icegreen.greenmail.mail.MailAddress;
import com.icegreen.greenmail.mail.MovingMessage;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.user.MessageDeliveryHandler;
import jakarta.mail.MessagingException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.Locale;

/** Turns what SMTP delivers into letters, once for every recipient; there are no accounts. */
final class Intake implements MessageDeliveryHandler {

  /** SMTP insists on an account to put the letter into; this one is nobody's and keeps nothing. */
  private static final GreenMailUser NOBODY =
      (GreenMailUser)
          Proxy.newProxyInstance(
              Intake.class.getClassLoader(),
              new Class<?>[] {GreenMailUser.class},
              (proxy, method, arguments) -> null);

  private final Mailbox mailbox;
  private int count;

  Intake(Mailbox mailbox) {
    this.mailbox = mailbox;
  }

  @Override
  public synchronized GreenMailUser handle(MovingMessage message, MailAddress recipient)
      throws MessagingException {
    try {
      ByteArrayOutputStream raw = new ByteArrayOutputStream();
      message.getMessage().writeTo(raw);
      Instant now = Instant.ofEpochMilli(System.currentTimeMillis());
      // The count orders letters of one millisecond; the time orders those of different runs.
      String id = "%d-%06d".formatted(now.toEpochMilli(), ++count);
      String to = recipient.getEmail().toLowerCase(Locale.ROOT);
      mailbox.accept(MailParser.parse(id, now, to, raw.toByteArray()));
      return NOBODY;
    } catch (IOException e) {
      throw new MessagingException("The letter could not be kept", e);
    }
  }
}
