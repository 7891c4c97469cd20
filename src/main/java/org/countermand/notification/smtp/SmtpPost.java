package org.countermand.notification.smtp;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.AddressException;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.countermand.kernel.Finding;
import org.countermand.kernel.Outcome;
import org.countermand.kernel.ReasonCode;
import org.countermand.notification.model.Letter;
import org.countermand.notification.model.Post;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Posts letters through the server's mail session, which also sets the time-outs. A connection
 * stays open for the next letter, and is asked whether it still stands before it is used. The
 * sender is {@code countermand.mail.from}: an address, or a name and an address in angle brackets.
 */
@ApplicationScoped
@Transactional(TxType.NEVER)
public class SmtpPost implements Post {

  private static final Logger LOG = Logger.getLogger(SmtpPost.class.getName());

  @Resource(lookup = "mail/countermand")
  Session session;

  @Inject
  @ConfigProperty(name = "countermand.mail.from", defaultValue = "no-reply@localhost")
  String from;

  @Inject Clock clock;

  private final Queue<Transport> open = new ConcurrentLinkedQueue<>();

  @Override
  public Outcome<String> send(Letter letter) {
    Mail mail;
    try {
      mail = Mail.of(session, from, letter, clock.instant());
    } catch (AddressException e) {
      return undeliverable("address");
    } catch (MessagingException e) {
      return undeliverable("content");
    }
    Transport transport;
    try {
      transport = connected(mail);
    } catch (MessagingException e) {
      return new Outcome.NotAttempted<>("mail server: " + e.getClass().getSimpleName());
    }
    try {
      transport.sendMessage(mail, mail.getAllRecipients());
      open.add(transport);
      return new Outcome.Settled<>(letter.messageId());
    } catch (MessagingException e) {
      boolean stillThere = transport.isConnected();
      leave(transport);
      return outcome(e, stillThere);
    }
  }

  private Transport connected(Mail mail) throws MessagingException {
    for (Transport kept = open.poll(); kept != null; kept = open.poll()) {
      if (kept.isConnected()) {
        return kept;
      }
    }
    Transport fresh = session.getTransport(mail.getAllRecipients()[0]);
    fresh.connect();
    return fresh;
  }

  @PreDestroy
  void leave() {
    for (Transport kept = open.poll(); kept != null; kept = open.poll()) {
      leave(kept);
    }
  }

  /**
   * A server that said no and still listens has not taken the letter; one that is gone may have.
   * Addresses stand in the messages of exceptions, so only the kind of trouble is told on.
   */
  private static Outcome<String> outcome(MessagingException e, boolean stillThere) {
    Address[] invalid =
        e instanceof SendFailedException failed ? failed.getInvalidAddresses() : null;
    if (invalid != null && invalid.length > 0) {
      return undeliverable("recipient");
    }
    return e instanceof SendFailedException && stillThere
        ? new Outcome.NotAttempted<>("mail server: not now")
        : new Outcome.Unknown<>("mail server: " + e.getClass().getSimpleName(), false);
  }

  /** However the parting goes, it changes nothing about the letters. */
  private static void leave(Transport transport) {
    try {
      transport.close();
    } catch (MessagingException e) {
      LOG.log(Level.FINE, "The mail server did not say goodbye", e);
    }
  }

  private static Outcome<String> undeliverable(String what) {
    return new Outcome.Refused<>(Finding.of(ReasonCode.LETTER_UNDELIVERED, "what", what));
  }
}
