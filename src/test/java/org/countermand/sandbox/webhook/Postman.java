package org.countermand.sandbox.webhook;

import java.lang.System.Logger.Level;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Carries signed messages to endpoints, off the caller's thread. A message that is not answered
 * with 2xx is tried {@value #ATTEMPTS} times in all; when {@value #QUEUE} wait, more are dropped.
 */
public final class Postman implements AutoCloseable {

  private static final System.Logger LOG = System.getLogger(Postman.class.getName());
  private static final int ATTEMPTS = 4;
  private static final int QUEUE = 50_000;
  private static final int SHUFFLED_MS = 500;

  private final String header;
  private final List<Endpoint> endpoints = new ArrayList<>();
  private final AtomicInteger waiting = new AtomicInteger();
  private final AtomicInteger dropped = new AtomicInteger();
  // Seeded, so that a run of the tests can be repeated.
  private final Random order = new Random(42);
  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(5))
          .build();
  private final ScheduledThreadPoolExecutor threads;

  /**
   * Starts idle.
   *
   * @param header the name of the header that carries the signature
   */
  public Postman(String header) {
    this.header = header;
    threads =
        new ScheduledThreadPoolExecutor(
            2,
            task -> {
              Thread thread = new Thread(task, "sandbox-postman");
              thread.setDaemon(true);
              return thread;
            });
    threads.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
  }

  /** Adds an endpoint; one with the same URL is replaced. */
  public synchronized void tell(Endpoint endpoint) {
    endpoints.removeIf(each -> each.url().equals(endpoint.url()));
    endpoints.add(endpoint);
  }

  /** Tells nobody any more. */
  public synchronized void tellNobody() {
    endpoints.clear();
  }

  /** Whom it tells. */
  public synchronized List<Endpoint> endpoints() {
    return List.copyOf(endpoints);
  }

  /** How many messages are under way. */
  public int waiting() {
    return waiting.get();
  }

  /** How many messages were given up: the queue was full or the endpoint did not take them. */
  public int dropped() {
    return dropped.get();
  }

  /** Sends a message to every endpoint; returns at once. */
  public synchronized void send(String body) {
    for (Endpoint endpoint : endpoints) {
      if (endpoint.mode() != Mode.OFF) {
        for (int i = 0; i < endpoint.repeat(); i++) {
          queue(endpoint, body, delay(endpoint), 1);
        }
      }
    }
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }

  private long delay(Endpoint endpoint) {
    if (endpoint.mode() != Mode.SHUFFLED) {
      return endpoint.delayMs();
    }
    int most = endpoint.delayMs() == 0 ? SHUFFLED_MS : Math.toIntExact(endpoint.delayMs());
    return order.nextInt(most + 1);
  }

  private void queue(Endpoint endpoint, String body, long delayMs, int attempt) {
    if (waiting.incrementAndGet() > QUEUE) {
      waiting.decrementAndGet();
      dropped.incrementAndGet();
      return;
    }
    var unused =
        threads.schedule(() -> post(endpoint, body, attempt), delayMs, TimeUnit.MILLISECONDS);
  }

  private void post(Endpoint endpoint, String body, int attempt) {
    String trouble = trouble(endpoint, body);
    if (trouble != null) {
      LOG.log(Level.DEBUG, "{0}, attempt {1}: {2}", endpoint.url(), attempt, trouble);
      if (attempt < ATTEMPTS && !threads.isShutdown()) {
        queue(endpoint, body, 200L << attempt, attempt + 1);
      } else {
        dropped.incrementAndGet();
      }
    }
    // Counted down last: idle means that nothing will be tried again either.
    waiting.decrementAndGet();
  }

  private @Nullable String trouble(Endpoint endpoint, String body) {
    HttpRequest request =
        HttpRequest.newBuilder(endpoint.url())
            .timeout(Duration.ofSeconds(10))
            .header("Content-Type", "application/json; charset=utf-8")
            .header(
                header, Signature.header(endpoint.secret(), Instant.now().getEpochSecond(), body))
            .POST(BodyPublishers.ofString(body))
            .build();
    try {
      HttpResponse<Void> answer = client.send(request, BodyHandlers.discarding());
      return answer.statusCode() / 100 == 2 ? null : "status " + answer.statusCode();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return e.toString();
    } catch (java.io.IOException e) {
      return e.toString();
    }
  }
}
