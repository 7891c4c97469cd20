package org.countermand.sandbox.mailbox;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.countermand.sandbox.host.AtExit;
import org.countermand.sandbox.host.Ports;

/**
 * An SMTP server on loopback that accepts every letter to every address, and a page to read them.
 *
 * <p>A letter is kept before it is accepted; in a mailbox with a folder the next start finds it
 * again. Ends with {@link #close()}, at the latest with this JVM. Safe for many threads.
 */
public final class Mailbox implements AutoCloseable {

  /** Kept from the garbage collector, which would forget the level with the logger. */
  private static final Logger QUIET = Logger.getLogger("com.icegreen.greenmail");

  private final Optional<MailFolder> folder;
  private final List<Mail> mails = new ArrayList<>();
  private final GreenMail smtp;
  private final MailboxPage page;

  private Mailbox(int smtpPort, int pagePort, Optional<MailFolder> folder) throws IOException {
    this.folder = folder;
    folder.ifPresent(kept -> mails.addAll(kept.load()));
    // A free port is chosen here: the server's own choice is not known until it runs.
    int port = smtpPort == 0 ? Ports.free() : smtpPort;
    smtp = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    smtp.getUserManager().setAuthRequired(false);
    smtp.getUserManager().setMessageDeliveryHandler(new Intake(this));
    page = new MailboxPage(this, pagePort);
  }

  /**
   * Starts with the letters of the folder.
   *
   * @param smtpPort the port for letters, 0 for any free one
   * @param pagePort the port for the page, 0 for any free one
   */
  public static Mailbox start(int smtpPort, int pagePort, Path folder) {
    return start(smtpPort, pagePort, Optional.of(new MailFolder(folder)));
  }

  /** Starts empty on free ports and keeps its letters in memory only. */
  public static Mailbox temporary() {
    return start(0, 0, Optional.empty());
  }

  private static Mailbox start(int smtpPort, int pagePort, Optional<MailFolder> folder) {
    QUIET.setLevel(Level.WARNING);
    try {
      Mailbox mailbox = new Mailbox(smtpPort, pagePort, folder);
      AtExit.close(mailbox);
      mailbox.smtp.start();
      mailbox.page.start();
      return mailbox;
    } catch (IOException e) {
      throw new IllegalStateException("The mailbox did not start on port " + pagePort, e);
    }
  }

  synchronized void accept(Mail mail) throws IOException {
    if (folder.isPresent()) {
      folder.get().save(mail);
    }
    mails.add(mail);
    notifyAll();
  }

  /** Every letter, oldest first. */
  public synchronized List<Mail> mails() {
    return List.copyOf(mails);
  }

  /** The letters to the address, oldest first; upper and lower case are the same. */
  public List<Mail> to(String address) {
    String wanted = address.toLowerCase(Locale.ROOT);
    return mails().stream().filter(mail -> mail.to().equals(wanted)).toList();
  }

  /** The letter with the id. */
  Optional<Mail> mail(String id) {
    return mails().stream().filter(mail -> mail.id().equals(id)).findFirst();
  }

  /**
   * The first letter to the address that fits, waiting for it if it has not come yet.
   *
   * @throws AssertionError if none comes in time; the message lists the letters that did come
   */
  public synchronized Mail awaitMail(String to, Predicate<Mail> fits, Duration timeout) {
    long deadline = System.nanoTime() + timeout.toNanos();
    while (true) {
      Optional<Mail> found = to(to).stream().filter(fits).findFirst();
      if (found.isPresent()) {
        return found.get();
      }
      long left = Duration.ofNanos(deadline - System.nanoTime()).toMillis();
      if (left <= 0) {
        throw new AssertionError(
            "No such letter to %s within %s; to that address came %s, in all %s."
                .formatted(to, timeout, to(to), mails));
      }
      sleep(left);
    }
  }

  private void sleep(long millis) {
    try {
      wait(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while waiting for a letter", e);
    }
  }

  /** Throws every letter away, those of the folder too. */
  public synchronized void clear() {
    mails.clear();
    folder.ifPresent(MailFolder::clear);
  }

  /** The port on 127.0.0.1 that takes letters. */
  public int smtpPort() {
    return smtp.getSmtp().getPort();
  }

  /** Where the letters can be read. */
  public URI page() {
    return page.uri();
  }

  @Override
  public void close() {
    page.stop();
    smtp.stop();
    AtExit.closed(this);
  }

  @Override
  public String toString() {
    return "mailbox at " + page();
  }
}
