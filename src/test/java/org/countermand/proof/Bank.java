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
import java.util.ArrayList;
import java.util.List;

/** Reads what a bank has transferred from our account; it never writes. */
final class Bank {

  /**
   * A transfer.
   *
   * @param endToEnd what it says to be ours by
   * @param amount in minor units
   * @param booked whether the money is gone, and not back
   */
  record Transfer(String endToEnd, long amount, String currency, boolean booked) {}

  private static final ObjectMapper JSON = new ObjectMapper();

  private final URI base;
  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(5))
          .build();

  /**
   * A reader.
   *
   * @param base without a slash at the end
   */
  Bank(URI base) {
    this.base = base;
  }

  List<Transfer> transfers() throws IOException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(base + "/ledger"))
            .timeout(Duration.ofSeconds(60))
            .build();
    try {
      HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
      if (answer.statusCode() != 200) {
        throw new IOException("%s answered %d".formatted(base, answer.statusCode()));
      }
      List<Transfer> transfers = new ArrayList<>();
      for (JsonNode each : JSON.readTree(answer.body()).path("transfers")) {
        transfers.add(
            new Transfer(
                each.path("endToEnd").asText(),
                each.path("amount").asLong(),
                each.path("currency").asText(),
                each.path("booked").asBoolean()));
      }
      return transfers;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }
}
