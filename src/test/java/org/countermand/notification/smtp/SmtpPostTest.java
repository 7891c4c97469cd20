package org.countermand.notification.smtp;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.BodyPart;
import jakarta.mail.Multipart;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import org.countermand.kernel.Outcome;
import org.countermand.notification.Given;
import org.countermand.notification.model.Block;
import org.countermand.notification.model.Letter;
import org.countermand.outbox.model.EventType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SmtpPostTest {

  private static final Letter LETTER = letter("mara@example.com", "Mára Lindqvist");

  @Test
  void aLetterArrivesAsTextAndHtmlInUtf8() throws Exception {
    GreenMail mailbox = mailbox();
    try {
      Outcome<String> outcome = post(mailbox.getSmtp().getPort()).send(LETTER);

      assertThat(outcome).isEqualTo(new Outcome.Settled<>(LETTER.messageId()));
      MimeMessage mail = mailbox.getReceivedMessages()[0];
      assertThat(mail.getSubject()).isEqualTo("Ihre Rechnung über 19,99\u00a0€");
      assertThat(mail.getContentType()).startsWith("multipart/alternative");
      Multipart parts = (Multipart) mail.getContent();
      BodyPart text = parts.getBodyPart(0);
      BodyPart html = parts.getBodyPart(1);
      assertThat(text.getContentType().toLowerCase(Locale.ROOT)).contains("utf-8");
      assertThat(text.getContent().toString()).contains("Schöne Tasse: 19,99\u00a0€");
      assertThat(html.isMimeType("text/html")).isTrue();
      assertThat(html.getContent().toString()).contains("<html lang=\"de\">", "Schöne Tasse");
    } finally {
      mailbox.stop();
    }
  }

  @Test
  void theHeadersTellWhoWhenAndThatNobodyShallAnswerByMachine() throws Exception {
    GreenMail mailbox = mailbox();
    try {
      post(mailbox.getSmtp().getPort()).send(LETTER);

      MimeMessage mail = mailbox.getReceivedMessages()[0];
      assertThat(mail.getMessageID()).isEqualTo("<" + Given.ENVELOPE + "@countermand>");
      assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-generated");
      assertThat(mail.getHeader("Content-Language")).containsExactly("de");
      assertThat(mail.getFrom())
          .containsExactly(new InternetAddress("service@linden.example", "Linden Home"));
      assertThat(mail.getSentDate()).isEqualTo(Date.from(Given.AT));
      InternetAddress reader = (InternetAddress) mail.getAllRecipients()[0];
      assertThat(reader.getAddress()).isEqualTo("mara@example.com");
      assertThat(reader.getPersonal()).isEqualTo("Mára Lindqvist");
    } finally {
      mailbox.stop();
    }
  }

  @Test
  void aSecondTryCarriesTheSameMessageId() throws Exception {
    GreenMail mailbox = mailbox();
    try {
      SmtpPost post = post(mailbox.getSmtp().getPort());
      post.send(LETTER);
      post.send(LETTER);

      assertThat(mailbox.getReceivedMessages())
          .hasSize(2)
          .allSatisfy(mail -> assertThat(mail.getMessageID()).isEqualTo(LETTER.messageId()));
    } finally {
      mailbox.stop();
    }
  }

  @Test
  void aNameCannotAddHeadersOrReaders() throws Exception {
    GreenMail mailbox = mailbox();
    try {
      Letter hostile =
          letter("mara@example.com", "Eve\", all@example.com <x@example.com>; \\ Bcc: y@z.example");

      assertThat(post(mailbox.getSmtp().getPort()).send(hostile))
          .isInstanceOf(Outcome.Settled.class);

      MimeMessage mail = mailbox.getReceivedMessages()[0];
      assertThat(mailbox.getReceivedMessages()).hasSize(1);
      assertThat(mail.getAllRecipients()).hasSize(1);
      assertThat(((InternetAddress) mail.getAllRecipients()[0]).getAddress())
          .isEqualTo("mara@example.com");
      assertThat(mail.getHeader("Bcc")).isNull();
    } finally {
      mailbox.stop();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "nobody",
        "a@example.com, b@example.com",
        "a@example.com\r\nBcc: b@example.com",
        "friends: a@example.com;",
        "a@example.com\n.\nQUIT"
      })
  void whatIsNotExactlyOneAddressIsNeverPosted(String address) {
    assertThat(post(1).send(letter(address, "")).toString()).contains("LETTER_UNDELIVERED");
  }

  @Test
  void aMailServerThatIsNotThereWasNotAsked() throws IOException {
    int closed;
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      closed = socket.getLocalPort();
    }

    assertThat(post(closed).send(LETTER)).isInstanceOf(Outcome.NotAttempted.class);
  }

  @Test
  void aReaderWhomTheServerDoesNotKnowIsRefused() throws IOException {
    try (ScriptedMailServer server = new ScriptedMailServer("RCPT", "550 no such user")) {
      assertThat(post(server.port()).send(LETTER)).isInstanceOf(Outcome.Refused.class);
    }
  }

  @Test
  void aServerThatIsBusyIsAskedAgain() throws IOException {
    try (ScriptedMailServer server = new ScriptedMailServer("RCPT", "451 try later")) {
      assertThat(post(server.port()).send(LETTER)).isInstanceOf(Outcome.NotAttempted.class);
    }
  }

  @Test
  void aConnectionCutAfterTheLetterLeavesItUnknown() throws IOException {
    try (ScriptedMailServer server = new ScriptedMailServer(".", "")) {
      assertThat(post(server.port()).send(LETTER)).isInstanceOf(Outcome.Unknown.class);
    }
  }

  @Test
  void aLetterThatWasTakenStaysTakenIfThePartingFails() throws IOException {
    try (ScriptedMailServer server = new ScriptedMailServer("QUIT", "")) {
      SmtpPost post = post(server.port());
      assertThat(post.send(LETTER)).isInstanceOf(Outcome.Settled.class);
      post.leave();
    }
  }

  @Test
  void theNextLetterGoesOverTheSameConnection() throws IOException {
    // It takes no second caller.
    try (ScriptedMailServer server = new ScriptedMailServer("nothing", "")) {
      SmtpPost post = post(server.port());
      assertThat(post.send(LETTER)).isInstanceOf(Outcome.Settled.class);
      assertThat(post.send(LETTER)).isInstanceOf(Outcome.Settled.class);
    }
  }

  @Test
  void aConnectionThatHasEndedMeanwhileIsNotUsed() throws IOException {
    try (ScriptedMailServer server = new ScriptedMailServer("NOOP", "")) {
      SmtpPost post = post(server.port());
      assertThat(post.send(LETTER)).isInstanceOf(Outcome.Settled.class);
      assertThat(post.send(LETTER)).isInstanceOf(Outcome.NotAttempted.class);
    }
  }

  private static GreenMail mailbox() {
    GreenMail mailbox = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    mailbox.start();
    return mailbox;
  }

  private static SmtpPost post(int port) {
    Properties properties = new Properties();
    properties.setProperty("mail.smtp.host", "127.0.0.1");
    properties.setProperty("mail.smtp.port", Integer.toString(port));
    properties.setProperty("mail.smtp.connectiontimeout", "2000");
    properties.setProperty("mail.smtp.timeout", "2000");
    properties.setProperty("mail.smtp.writetimeout", "2000");
    SmtpPost post = new SmtpPost();
    post.session = Session.getInstance(properties);
    post.from = "Linden Home <service@linden.example>";
    post.clock = Clock.fixed(Given.AT, ZoneOffset.UTC);
    return post;
  }

  private static Letter letter(String to, String name) {
    return new Letter(
        Given.ENVELOPE,
        EventType.ORDER_PLACED,
        to,
        name,
        Locale.GERMAN,
        "Ihre Rechnung über 19,99\u00a0€",
        List.of(new Block.Amounts(List.of(new Block.Row("Schöne Tasse", "19,99\u00a0€", false)))));
  }
}
