package org.countermand.proof;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.function.Consumer;

/** Reads lists of a payment server in Stripe's wire format, page by page; it never writes. */
final class Gateway {

  private static final int TRIES = 5;
  private static final ObjectMapper JSON = new ObjectMapper();

  private final URI base;
  private final String key;
  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(5))
          .build();

  /**
   * A reader of one account.
   *
   * @param base without a slash at the end
   * @param key a secret or restricted key that may read payments and refunds
   */
  Gateway(URI base, String key) {
    this.base = base;
    this.key = key;
  }

  /** Hands over every object of a list, newest first. */
  void each(String list, Consumer<JsonNode> reading) throws IOException {
    String after = "";
    JsonNode page;
    do {
      page = get("/v1/" + list + "?limit=100" + after);
      for (JsonNode object : page.path("data")) {
        reading.accept(object);
        after = "&starting_after=" + object.path("id").asText();
      }
    } while (page.path("has_more").asBoolean() && !page.path("data").isEmpty());
  }

  private JsonNode get(String path) throws IOException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(base + path))
            .timeout(Duration.ofSeconds(60))
            .header("Authorization", "Bearer " + key)
            .build();
    HttpResponse<String> answer = send(request);
    for (int tries = 1; tries < TRIES && transientTrouble(answer.statusCode()); tries++) {
      pause(Duration.ofMillis(200L << tries));
      answer = send(request);
    }
    if (answer.statusCode() != 200) {
      throw new IOException("%s answered %d".formatted(base, answer.statusCode()));
    }
    return JSON.readTree(answer.body());
  }

  private static boolean transientTrouble(int status) {
    return status == 429 || status >= 500;
  }

  private HttpResponse<String> send(HttpRequest request) throws IOException {
    try {
      return http.send(request, BodyHandlers.ofString());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    } catch (IOException e) {
      throw new IOException(base + " does not answer: " + e, e);
    }
  }

  private static void pause(Duration duration) throws IOException {
    try {
      Thread.sleep(duration.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }
}
