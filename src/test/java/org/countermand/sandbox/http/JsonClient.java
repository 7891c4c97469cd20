package org.countermand.sandbox.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Talks to a server of the sandbox: sets its scene, reads its ledger. Thread-safe. */
public final class JsonClient {

  private final URI base;
  private final @Nullable String bearer;
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  /**
   * A client of one server.
   *
   * @param base the server's URI
   * @param bearer the token it sends, or null for none
   */
  public JsonClient(URI base, @Nullable String bearer) {
    this.base = base;
    this.bearer = bearer;
  }

  /** Fetches JSON. */
  public JsonNode get(String path) throws IOException {
    return Json.read(send("GET", path, "").body(), JsonNode.class);
  }

  /**
   * Posts JSON.
   *
   * @throws IOException when the answer is not 2xx, with the answer as its message
   */
  public HttpResponse<String> post(String path, String json) throws IOException {
    HttpResponse<String> answer = send("POST", path, json);
    if (answer.statusCode() / 100 != 2) {
      throw new IOException(answer.statusCode() + " " + answer.body());
    }
    return answer;
  }

  /**
   * Sends anything; a body is sent as JSON.
   *
   * @throws IOException when there is no answer
   */
  public HttpResponse<String> send(String method, String path, String body) throws IOException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(base + path))
            .timeout(Duration.ofSeconds(20))
            .header("Content-Type", "application/json")
            .method(
                method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
    if (bearer != null) {
      request.header("Authorization", "Bearer " + bearer);
    }
    try {
      return client.send(request.build(), BodyHandlers.ofString());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }
}
