package org.countermand.payment.stripe;

import com.stripe.Stripe;
import com.stripe.exception.ApiConnectionException;
import com.stripe.exception.StripeException;
import com.stripe.net.HttpClient;
import com.stripe.net.HttpHeaders;
import com.stripe.net.StripeRequest;
import com.stripe.net.StripeResponse;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Carries the SDK's requests. The SDK's own transport silently sends a POST twice when a kept
 * connection breaks, tells a connection that never stood from one that was cut only by its message,
 * and loses the headers of errors; what became of a call must be known exactly. Nothing is told
 * about this machine or about earlier calls (the SDK's telemetry).
 */
final class StripeHttp extends HttpClient {

  /** Five seconds to connect and twenty to answer. */
  static final Duration PATIENCE = Duration.ofSeconds(25);

  private static final Duration CONNECT = Duration.ofSeconds(5);

  private static final java.net.http.HttpClient CLIENT =
      java.net.http.HttpClient.newBuilder()
          .version(java.net.http.HttpClient.Version.HTTP_1_1)
          .connectTimeout(CONNECT)
          .build();

  private final Duration patience;

  /**
   * A transport.
   *
   * @param patience how long a whole call may take
   */
  StripeHttp(Duration patience) {
    this.patience = patience;
  }

  /**
   * Sends once.
   *
   * @throws StripeTrouble for a 5xx
   * @throws ApiConnectionException with the transport's own exception as cause
   */
  @Override
  public StripeResponse request(StripeRequest request) throws StripeException {
    HttpResponse<String> response = await(send(request));
    if (response.statusCode() >= 500) {
      boolean replayed =
          response.headers().firstValue("Idempotent-Replayed").equals(Optional.of("true"));
      throw new StripeTrouble(response.statusCode(), replayed);
    }
    return new StripeResponse(
        response.statusCode(), HttpHeaders.of(response.headers().map()), response.body());
  }

  private CompletableFuture<HttpResponse<String>> send(StripeRequest request) {
    HttpRequest.BodyPublisher body =
        request.content() == null
            ? HttpRequest.BodyPublishers.noBody()
            : HttpRequest.BodyPublishers.ofByteArray(request.content().byteArrayContent());
    HttpRequest.Builder builder =
        HttpRequest.newBuilder(URI.create(request.url().toString()))
            .method(request.method().name(), body);
    request
        .headers()
        .map()
        .forEach((name, values) -> values.forEach(value -> builder.header(name, value)));
    builder.setHeader("User-Agent", "Countermand Stripe/v1 JavaBindings/" + Stripe.VERSION);
    if (request.content() != null) {
      builder.setHeader("Content-Type", request.content().contentType());
    }
    return CLIENT.sendAsync(builder.build(), HttpResponse.BodyHandlers.ofString());
  }

  /** One limit for the whole answer: the JDK's own ends with the headers, and bodies can stall. */
  private HttpResponse<String> await(CompletableFuture<HttpResponse<String>> answer)
      throws ApiConnectionException {
    try {
      return answer.get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      throw new ApiConnectionException("Stripe cannot be reached", e.getCause());
    } catch (TimeoutException e) {
      answer.cancel(true);
      throw new ApiConnectionException("Stripe does not answer", e);
    } catch (InterruptedException e) {
      answer.cancel(true);
      Thread.currentThread().interrupt();
      throw new ApiConnectionException("The wait for Stripe was interrupted", e);
    }
  }
}
