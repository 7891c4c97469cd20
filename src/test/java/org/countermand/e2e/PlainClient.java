package org.countermand.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Somebody without a browser: a mail server that opens links, or a stranger who tries. Follows no
 * redirect by itself, keeps cookies, and comes from an address of his own.
 */
final class PlainClient {

  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(5))
          .build();

  private final Map<String, String> cookies = new LinkedHashMap<>();
  private final Map<String, String> headers = new LinkedHashMap<>();
  private String address = Visits.address();

  /** Comes from another address from now on; limits are counted by address. */
  void moves() {
    address = Visits.address();
  }

  /** Sends this header from now on. */
  PlainClient with(String header, String value) {
    headers.put(header, value);
    return this;
  }

  /** Shows a cookie as if it had been given to him. */
  void steals(String name, String value) {
    cookies.put(name, value);
  }

  String cookie(String name) {
    return cookies.getOrDefault(name, "");
  }

  Answer get(URI page) {
    return send(request(page).GET().build());
  }

  /** Gets a page and goes where it leads. */
  Answer follow(URI page) {
    Answer answer = get(page);
    for (int i = 0; i < 5 && !answer.location().isEmpty(); i++) {
      answer = get(answer.address().resolve(answer.location()));
    }
    return answer;
  }

  Answer post(Answer.Form form) {
    return send("POST", form.action(), "application/x-www-form-urlencoded", body(form));
  }

  /**
   * What a server answers to a request that no client with manners writes.
   *
   * @param target path and query, as they are
   * @param head more lines of the head, each with its end
   */
  static String raw(int port, String target, String head) throws IOException {
    try (Socket socket = new Socket("127.0.0.1", port)) {
      socket.setSoTimeout(20_000);
      String request =
          "GET %s HTTP/1.1\r\nHost: 127.0.0.1\r\n%sConnection: close\r\n\r\n"
              .formatted(target, head);
      socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  /** A form as a browser writes it. */
  static String body(Answer.Form form) {
    return form.fields().entrySet().stream()
        .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
        .collect(Collectors.joining("&"));
  }

  /** Sends whatever it is. */
  Answer send(String method, URI page, String contentType, String body) {
    HttpRequest.Builder request = request(page);
    if (!contentType.isEmpty()) {
      request.setHeader("Content-Type", contentType);
    }
    return send(
        request
            .method(
                method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
            .build());
  }

  private HttpRequest.Builder request(URI page) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(page)
            .timeout(Duration.ofSeconds(30))
            .header("X-Forwarded-For", address)
            .header("Accept-Language", "en");
    headers.forEach(request::setHeader);
    if (!cookies.isEmpty()) {
      request.header(
          "Cookie",
          cookies.entrySet().stream()
              .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
              .collect(Collectors.joining("; ")));
    }
    return request;
  }

  private Answer send(HttpRequest request) {
    try {
      long begun = System.nanoTime();
      HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
      long nanos = System.nanoTime() - begun;
      answer.headers().allValues("Set-Cookie").forEach(this::keep);
      String location =
          answer.headers().firstValue("Location").orElse("").replaceFirst("^http://[^/]*", "");
      return new Answer(request.uri(), answer.statusCode(), location, answer.body(), nanos);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private void keep(String cookie) {
    String[] pair = cookie.split(";", 2)[0].split("=", 2);
    if (pair.length == 2 && !pair[1].isEmpty()) {
      cookies.put(pair[0], pair[1]);
    } else {
      cookies.remove(pair[0]);
    }
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
