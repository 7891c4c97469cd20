package org.countermand.sandbox.mailbox;

import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;

/** Writes the mailbox's pages: no scripts, and nothing of a letter unescaped. */
final class Html {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("d MMM yyyy, HH:mm:ss 'UTC'", Locale.UK).withZone(ZoneOffset.UTC);

  private static final String STYLE =
      """
      :root { color-scheme: light dark; --line: color-mix(in srgb, currentColor 20%, transparent) }
      * { box-sizing: border-box }
      body { font: 1rem/1.5 system-ui, sans-serif; max-width: 60rem; margin: 0 auto; padding: 1rem }
      h1 { font-size: 1.4rem; overflow-wrap: anywhere }
      h2 { font-size: 1.1rem; margin-top: 2rem }
      a:focus-visible, input:focus-visible, button:focus-visible { outline: 3px solid; outline-offset: 2px }
      form { display: flex; flex-wrap: wrap; gap: .5rem; align-items: end }
      label { flex: 1 1 12rem }
      input, button { font: inherit; padding: .5rem; min-height: 2.75rem; width: 100% }
      button { width: auto }
      ol { list-style: none; padding: 0 }
      li { border-top: 1px solid var(--line) }
      li a { display: block; padding: .75rem 0; text-decoration: none; color: inherit; overflow-wrap: anywhere }
      li a:hover strong { text-decoration: underline }
      small { display: block; opacity: .8 }
      dl { display: grid; grid-template-columns: max-content 1fr; gap: .25rem 1rem }
      dt { font-weight: 600 }
      dd { margin: 0; overflow-wrap: anywhere }
      pre { font: inherit; white-space: pre-wrap; overflow-wrap: anywhere; border: 1px solid var(--line); padding: 1rem; margin: 0 }
      iframe { width: 100%; height: 75vh; border: 1px solid var(--line); background: #fff }
      """;

  private Html() {}

  static String list(List<Mail> newestFirst, String to) {
    StringBuilder body = new StringBuilder();
    body.append("<h1>Mailbox</h1>\n<form role=\"search\"><label>Letters to")
        .append("<input type=\"search\" name=\"to\" value=\"")
        .append(escape(to))
        .append("\"></label><button>Show</button></form>\n");
    body.append("<p>%d %s</p>\n<ol>\n".formatted(newestFirst.size(), plural(newestFirst.size())));
    for (Mail mail : newestFirst) {
      body.append(
          "<li><a href=\"/mails/%s\"><strong>%s</strong><small>to %s, %s</small></a></li>\n"
              .formatted(
                  mail.id(), subject(mail), escape(mail.to()), TIME.format(mail.receivedAt())));
    }
    return page("Mailbox", body.append("</ol>").toString());
  }

  static String letter(Mail mail) {
    StringBuilder body = new StringBuilder();
    body.append("<p><a href=\"/\">All letters</a></p>\n<h1>")
        .append(subject(mail))
        .append("</h1>\n<dl>")
        .append(entry("From", escape(mail.from())))
        .append(entry("To", escape(mail.to())))
        .append(entry("Received", TIME.format(mail.receivedAt())));
    for (int i = 0; i < mail.attachments().size(); i++) {
      String name = escape(mail.attachments().get(i).name());
      body.append(
          entry(
              "Attached",
              "<a href=\"/mails/%s/attachments/%d\">%s</a>".formatted(mail.id(), i, name)));
    }
    body.append(entry("Source", "<a href=\"/mails/%s/raw\">as received</a>".formatted(mail.id())))
        .append("</dl>\n");
    if (!mail.text().isBlank()) {
      body.append("<h2>Text</h2>\n<pre>").append(linked(mail.text().strip())).append("</pre>\n");
    }
    if (mail.html().isPresent()) {
      // Links may open a window of their own, outside the cage; nothing else leaves it.
      body.append("<h2>HTML</h2>\n<iframe title=\"The letter as HTML\" src=\"/mails/")
          .append(mail.id())
          .append("/html\" sandbox=\"allow-popups allow-popups-to-escape-sandbox\"></iframe>\n");
    }
    return page(subject(mail), body.toString());
  }

  static String notFound() {
    return page("No such letter", "<h1>No such letter</h1>\n<p><a href=\"/\">All letters</a></p>");
  }

  private static String page(String title, String body) {
    return """
        <!DOCTYPE html>
        <html lang="en">
        <head>
        <meta charset="UTF-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>%s</title>
        <link rel="icon" href="data:,">
        <link rel="stylesheet" href="/style.css">
        </head>
        <body>
        <main>
        %s
        </main>
        </body>
        </html>
        """
        .formatted(title, body);
  }

  private static String entry(String name, String html) {
    return "<dt>%s</dt><dd>%s</dd>".formatted(name, html);
  }

  private static String plural(int count) {
    return count == 1 ? "letter" : "letters";
  }

  private static String subject(Mail mail) {
    return mail.subject().isBlank() ? "(no subject)" : escape(mail.subject());
  }

  private static String linked(String text) {
    StringBuilder html = new StringBuilder();
    Matcher link = Mail.link().matcher(text);
    int end = 0;
    while (link.find()) {
      String address = escape(link.group());
      html.append(escape(text.substring(end, link.start())))
          .append("<a target=\"_blank\" rel=\"noopener\" href=\"%s\">".formatted(address))
          .append(address)
          .append("</a>");
      end = link.end();
    }
    return html.append(escape(text.substring(end))).toString();
  }

  static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }

  static byte[] style() {
    return STYLE.getBytes(StandardCharsets.UTF_8);
  }
}
