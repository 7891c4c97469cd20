package org.countermand.sandbox.mailbox;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.countermand.sandbox.mailbox.Mail.Attachment;

/** Serves the letters to a browser: the list at {@code /}, one below {@code /mails/}. */
final class MailboxPage {

  private static final String HTML = "text/html; charset=UTF-8";

  private static final String OWN_PAGES =
      "default-src 'none'; style-src 'self'; img-src data:; frame-src 'self'; form-action 'self';"
          + " base-uri 'none'; frame-ancestors 'none'";

  /** A letter may style itself and show pictures; it runs nothing and sends nothing. */
  private static final String LETTERS =
      "sandbox allow-popups allow-popups-to-escape-sandbox; default-src 'none';"
          + " style-src 'unsafe-inline'; img-src * data:; frame-ancestors 'self'";

  private final Mailbox mailbox;
  private final HttpServer server;
  private final ExecutorService threads;

  MailboxPage(Mailbox mailbox, int port) throws IOException {
    this.mailbox = mailbox;
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
    // One thread would wait with everybody for a browser that connects and says nothing.
    threads = Executors.newCachedThreadPool(MailboxPage::daemon);
    server.setExecutor(threads);
    server.createContext("/", this::answer);
  }

  private static Thread daemon(Runnable task) {
    Thread thread = new Thread(task, "mailbox-page");
    thread.setDaemon(true);
    return thread;
  }

  void start() {
    server.start();
  }

  void stop() {
    server.stop(0);
    threads.shutdownNow();
  }

  URI uri() {
    return URI.create("http://localhost:%d/".formatted(server.getAddress().getPort()));
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      String method = exchange.getRequestMethod();
      if (!method.equals("GET") && !method.equals("HEAD")) {
        exchange.sendResponseHeaders(405, -1);
        return;
      }
      String path = exchange.getRequestURI().getPath();
      if (path.equals("/")) {
        send(exchange, 200, HTML, OWN_PAGES, Html.list(newestFirst(exchange), to(exchange)));
      } else if (path.equals("/style.css")) {
        send(exchange, 200, "text/css", OWN_PAGES, Html.style());
      } else {
        answerMail(exchange, path.split("/"));
      }
    }
  }

  /** {@code /mails/ID}, {@code …/html}, {@code …/raw} or {@code …/attachments/N}. */
  private void answerMail(HttpExchange exchange, String[] path) throws IOException {
    Optional<Mail> found =
        path.length >= 3 && path[1].equals("mails") ? mailbox.mail(path[2]) : Optional.empty();
    String part = path.length >= 4 ? path[3] : "";
    if (found.isPresent() && path.length == 3) {
      send(exchange, 200, HTML, OWN_PAGES, Html.letter(found.get()));
    } else if (found.isPresent() && part.equals("html") && found.get().html().isPresent()) {
      // Without a target of its own a link would open inside the frame, which most sites refuse.
      send(exchange, 200, HTML, LETTERS, "<base target=\"_blank\">" + found.get().html().get());
    } else if (found.isPresent() && part.equals("raw")) {
      send(exchange, 200, "text/plain; charset=UTF-8", LETTERS, found.get().raw());
    } else if (found.isPresent() && part.equals("attachments") && path.length == 5) {
      sendAttachment(exchange, found.get(), path[4]);
    } else {
      send(exchange, 404, HTML, OWN_PAGES, Html.notFound());
    }
  }

  private static void sendAttachment(HttpExchange exchange, Mail mail, String number)
      throws IOException {
    int index = number.matches("\\d{1,3}") ? Integer.parseInt(number) : -1;
    if (index < 0 || index >= mail.attachments().size()) {
      send(exchange, 404, HTML, OWN_PAGES, Html.notFound());
      return;
    }
    Attachment attachment = mail.attachments().get(index);
    String name = attachment.name().replaceAll("[^\\w.-]", "_");
    exchange
        .getResponseHeaders()
        .set("Content-Disposition", "attachment; filename=\"" + name + "\"");
    send(exchange, 200, attachment.type(), LETTERS, attachment.content());
  }

  private List<Mail> newestFirst(HttpExchange exchange) {
    String to = to(exchange);
    List<Mail> mails = new ArrayList<>(to.isEmpty() ? mailbox.mails() : mailbox.to(to));
    Collections.reverse(mails);
    return mails;
  }

  private static String to(HttpExchange exchange) {
    String query = exchange.getRequestURI().getRawQuery();
    return query != null && query.startsWith("to=")
        ? URLDecoder.decode(query.substring("to=".length()), StandardCharsets.UTF_8).strip()
        : "";
  }

  private static void send(
      HttpExchange exchange, int status, String type, String policy, String body)
      throws IOException {
    send(exchange, status, type, policy, body.getBytes(StandardCharsets.UTF_8));
  }

  private static void send(
      HttpExchange exchange, int status, String type, String policy, byte[] body)
      throws IOException {
    Headers headers = exchange.getResponseHeaders();
    headers.set("Content-Type", type);
    headers.set("Content-Security-Policy", policy);
    headers.set("X-Content-Type-Options", "nosniff");
    headers.set("Referrer-Policy", "no-referrer");
    headers.set("Cache-Control", "no-store");
    if (exchange.getRequestMethod().equals("HEAD")) {
      exchange.sendResponseHeaders(status, -1);
    } else {
      exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
      exchange.getResponseBody().write(body);
    }
  }
}
