package org.countermand.payment.bank;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Sends one request to a bank.
 *
 * @param base the bank's base URL, or empty where there is none
 * @param token what it knows us by
 * @param patience how long a whole call may take
 */
record BankHttp(String base, String token, Duration patience) {

  static final Duration PATIENCE = Duration.ofSeconds(20);

  private static final HttpClient CLIENT =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(5))
          .build();

  BankHttp {
    base = base.endsWith("/") ? base.substring(0, base.length() - 1) : base;
  }

  /**
   * Sends once and waits for the whole answer.
   *
   * @param xml the body, if there is one
   * @throws IOException the transport's own exception
   */
  HttpResponse<String> send(String method, String path, Optional<String> xml) throws IOException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(base + path))
            .header("Authorization", "Bearer " + token)
            .header("Content-Type", "application/xml; charset=utf-8")
            .header("Accept", "application/xml")
            .method(
                method,
                xml.map(HttpRequest.BodyPublishers::ofString)
                    .orElse(HttpRequest.BodyPublishers.noBody()))
            .build();
    return await(CLIENT.sendAsync(request, HttpResponse.BodyHandlers.ofString()));
  }

  /** One limit for the whole answer: the JDK's own ends with the headers, and bodies can stall. */
  private HttpResponse<String> await(CompletableFuture<HttpResponse<String>> answer)
      throws IOException {
    try {
      return answer.get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof IOException cause ? cause : new IOException(e.getCause());
    } catch (TimeoutException e) {
      answer.cancel(true);
      throw new IOException("no answer within " + patience, e);
    } catch (InterruptedException e) {
      answer.cancel(true);
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }
}
