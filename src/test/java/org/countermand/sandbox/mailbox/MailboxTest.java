package org.countermand.sandbox.mailbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.mail.Message;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MailboxTest {

  private static final Duration SOON = Duration.ofSeconds(5);

  @Test
  void a_letter_to_anybody_arrives_with_both_parts_and_its_links() throws Exception {
    try (Mailbox mailbox = Mailbox.temporary()) {
      send(mailbox, "Ada@Example.org", "Grüße", "See https://shop.example/c/1?k=2.", "<p>Hi</p>");

      Mail mail = mailbox.awaitMail("ada@example.org", any -> true, SOON);

      assertThat(mail.subject()).isEqualTo("Grüße");
      assertThat(mail.text()).isEqualTo("See https://shop.example/c/1?k=2.");
      assertThat(mail.links()).containsExactly("https://shop.example/c/1?k=2");
      assertThat(mail.html()).contains("<p>Hi</p>");
      assertThat(mailbox.to("somebody@example.org")).isEmpty();
    }
  }

  @Test
  void a_second_start_finds_the_letters_of_the_first_until_they_are_cleared(@TempDir Path folder)
      throws Exception {
    try (Mailbox first = Mailbox.start(0, 0, folder)) {
      send(first, "ada@example.org", "Kept – yes", "text", "<p>Hi</p>");
      first.awaitMail("ada@example.org", any -> true, SOON);
    }
    try (Mailbox second = Mailbox.start(0, 0, folder)) {
      assertThat(second.to("ada@example.org"))
          .singleElement()
          .satisfies(mail -> assertThat(mail.subject()).isEqualTo("Kept – yes"));
      second.clear();
    }
    try (Mailbox third = Mailbox.start(0, 0, folder)) {
      assertThat(third.mails()).isEmpty();
    }
  }

  @Test
  void waiting_in_vain_ends_and_tells_what_did_come() throws Exception {
    try (Mailbox mailbox = Mailbox.temporary()) {
      send(mailbox, "ada@example.org", "Something else", "text", "<p>Hi</p>");

      assertThatThrownBy(
              () ->
                  mailbox.awaitMail(
                      "ada@example.org",
                      mail -> mail.subject().equals("Receipt"),
                      Duration.ofMillis(200)))
          .isInstanceOf(AssertionError.class)
          .hasMessageContaining("Something else");
    }
  }

  @Test
  void the_page_lists_the_newest_first_and_cages_what_a_letter_brings() throws Exception {
    try (Mailbox mailbox = Mailbox.temporary()) {
      send(mailbox, "ada@example.org", "Older", "text", "<p>Hi</p>");
      send(
          mailbox,
          "bob@example.org",
          "Newer <script>",
          "Open https://shop.example/x?a=1&b=2",
          "<script>alert(1)</script>");
      Mail newer = mailbox.awaitMail("bob@example.org", any -> true, SOON);

      String list = get(mailbox.page()).body();
      HttpResponse<String> letter = get(mailbox.page().resolve("/mails/" + newer.id()));
      HttpResponse<String> html = get(mailbox.page().resolve("/mails/" + newer.id() + "/html"));

      assertThat(list.indexOf("Newer &lt;script&gt;")).isLessThan(list.indexOf("Older"));
      assertThat(list).doesNotContain("<script");
      assertThat(get(mailbox.page().resolve("/?to=ada%40example.org")).body())
          .contains("Older")
          .doesNotContain("Newer");
      assertThat(letter.body())
          .contains("href=\"https://shop.example/x?a=1&amp;b=2\"")
          .contains("sandbox=\"allow-popups allow-popups-to-escape-sandbox\"")
          .doesNotContain("<script");
      assertThat(html.headers().firstValue("Content-Security-Policy").orElseThrow())
          .startsWith("sandbox allow-popups")
          .doesNotContain("allow-scripts");
      assertThat(get(mailbox.page().resolve("/mails/nothing")).statusCode()).isEqualTo(404);
    }
  }

  private static HttpResponse<String> get(URI uri) throws Exception {
    return HttpClient.newHttpClient()
        .send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString());
  }

  private static void send(Mailbox mailbox, String to, String subject, String text, String html)
      throws Exception {
    Properties properties = new Properties();
    properties.setProperty("mail.smtp.host", "127.0.0.1");
    properties.setProperty("mail.smtp.port", Integer.toString(mailbox.smtpPort()));
    MimeMessage message = new MimeMessage(Session.getInstance(properties));
    message.setFrom("Shop <shop@example.org>");
    message.setRecipient(Message.RecipientType.TO, new InternetAddress(to));
    message.setSubject(subject, "UTF-8");
    MimeMultipart parts = new MimeMultipart("alternative");
    MimeBodyPart plain = new MimeBodyPart();
    plain.setText(text, "UTF-8");
    parts.addBodyPart(plain);
    MimeBodyPart rich = new MimeBodyPart();
    rich.setText(html, "UTF-8", "html");
    parts.addBodyPart(rich);
    message.setContent(parts);
    Transport.send(message);
  }
}
