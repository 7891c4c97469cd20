package org.countermand.sandbox.warehouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import org.countermand.sandbox.fault.Fault;
import org.countermand.sandbox.fault.Match;
import org.countermand.sandbox.fault.Mishap;
import org.countermand.sandbox.http.Json;
import org.countermand.sandbox.http.JsonClient;
import org.countermand.sandbox.http.Request;
import org.countermand.sandbox.webhook.Listener;
import org.countermand.sandbox.webhook.Signature;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WarehouseTest {

  private static final String THREE_AND_ONE =
      """
      {"order":"R-1","lines":[{"line":"1","sku":"TEA","quantity":3},
                              {"line":"2","sku":"CUP","quantity":1}]}
      """;

  private Warehouse warehouse;
  private JsonClient client;

  @BeforeEach
  void start() {
    warehouse = new Warehouse().start(0);
    client = new JsonClient(warehouse.uri(), Warehouse.TOKEN);
  }

  @AfterEach
  void stop() {
    warehouse.close();
  }

  @Test
  void aHoldIsGrantedUnlessToldOtherwise() throws IOException {
    HttpResponse<String> answer = put("h1", THREE_AND_ONE);
    assertThat(answer.statusCode()).isEqualTo(200);
    JsonNode hold = json(answer);
    assertThat(hold.path("status").asText()).isEqualTo("held");
    assertThat(hold.path("order").asText()).isEqualTo("R-1");
    assertThat(hold.findValuesAsText("held")).containsExactly("3", "1");
  }

  @Test
  void aRepeatHoldsNothingMore() throws IOException {
    JsonNode first = json(put("h1", THREE_AND_ONE));
    assertThat(json(put("h1", THREE_AND_ONE))).isEqualTo(first);
    assertThat(stock("TEA").path("held").asLong()).isEqualTo(3);
  }

  @Test
  void theSameHoldWithOtherLinesIsRefused() throws IOException {
    put("h1", THREE_AND_ONE);
    HttpResponse<String> other =
        put("h1", THREE_AND_ONE.replace("\"quantity\":3", "\"quantity\":2"));
    assertThat(other.statusCode()).isEqualTo(409);
    assertThat(json(other).path("code").asText()).isEqualTo("different_content");
  }

  @Test
  void aPartialAnswerHoldsHalfOfEachLine() throws IOException {
    behave("{\"order\":\"R-1\",\"answer\":\"partial\"}");
    JsonNode hold = json(put("h1", THREE_AND_ONE));
    assertThat(hold.path("status").asText()).isEqualTo("partly_held");
    assertThat(hold.findValuesAsText("held")).containsExactly("1", "0");
    assertThat(hold.findValuesAsText("reason")).containsExactly("partly_packed", "partly_packed");
    assertThat(stock("CUP").isMissingNode()).isTrue();
  }

  @Test
  void aRefusedHoldCannotBeLiftedOrReleased() throws IOException {
    behave("{\"order\":\"*\",\"answer\":\"nack\"}");
    assertThat(json(put("h1", THREE_AND_ONE)).path("status").asText()).isEqualTo("refused");
    for (String verb : new String[] {"unhold", "release"}) {
      HttpResponse<String> refused = client.send("POST", "/v1/holds/h1/" + verb, "");
      assertThat(refused.statusCode()).isEqualTo(409);
      assertThat(json(refused).path("code").asText()).isEqualTo("wrong_state");
    }
  }

  @Test
  void anOrdersOwnBehaviourComesBeforeThatOfAll() throws IOException {
    behave("{\"order\":\"*\",\"answer\":\"nack\"}");
    behave("{\"order\":\"R-1\",\"answer\":\"ack\"}");
    assertThat(json(put("h1", THREE_AND_ONE)).path("status").asText()).isEqualTo("held");
    assertThat(json(put("h2", THREE_AND_ONE.replace("R-1", "R-2"))).path("status").asText())
        .isEqualTo("refused");
  }

  @Test
  void releasingReturnsTheUnitsToStockOnce() throws IOException {
    put("h1", THREE_AND_ONE);
    JsonNode released = json(client.post("/v1/holds/h1/release", ""));
    assertThat(released.path("status").asText()).isEqualTo("released");
    assertThat(json(client.post("/v1/holds/h1/release", ""))).isEqualTo(released);
    assertThat(stock("TEA")).isEqualTo(Json.read("{\"held\":0,\"released\":3}", JsonNode.class));
    assertThat(client.send("POST", "/v1/holds/h1/unhold", "").statusCode()).isEqualTo(409);
  }

  @Test
  void unholdingLetsTheLinesBePacked() throws IOException {
    put("h1", THREE_AND_ONE);
    assertThat(json(client.post("/v1/holds/h1/unhold", "")).path("status").asText())
        .isEqualTo("unheld");
    assertThat(stock("TEA")).isEqualTo(Json.read("{\"held\":0}", JsonNode.class));
  }

  @Test
  void aLateAnswerIsFoundAndPushedSigned() throws Exception {
    try (Listener listener = new Listener()) {
      client.post(
          "/control/callback", "{\"url\":\"" + listener.url() + "\",\"secret\":\"s3cret\"}");
      behave(
          "{\"order\":\"R-1\",\"answer\":\"late\",\"delayMs\":200,\"thenAnswer\":\"partial\",\"repeat\":2}");
      HttpResponse<String> pending = put("h1", THREE_AND_ONE);
      assertThat(pending.statusCode()).isEqualTo(202);
      assertThat(json(pending).path("status").asText()).isEqualTo("pending");
      assertThat(client.send("POST", "/v1/holds/h1/release", "").statusCode()).isEqualTo(409);
      List<Request> heard = listener.await(2);
      assertThat(heard).hasSize(2);
      String body = heard.get(0).body();
      JsonNode message = Json.read(body, JsonNode.class);
      assertThat(message.path("type").asText()).isEqualTo("hold.answered");
      assertThat(message.path("hold")).isEqualTo(client.get("/v1/holds/h1"));
      String signature = heard.get(0).header("Warehouse-Signature").orElseThrow();
      long t = Long.parseLong(signature.substring(2, signature.indexOf(',')));
      assertThat(signature).isEqualTo(Signature.header("s3cret", t, body));
    }
  }

  @Test
  void anAnswerThatNeverComesLeavesTheHoldPending() throws IOException {
    behave("{\"order\":\"*\",\"answer\":\"never\"}");
    assertThat(put("h1", THREE_AND_ONE).statusCode()).isEqualTo(202);
    assertThat(client.send("GET", "/v1/holds/h1", "").statusCode()).isEqualTo(202);
  }

  @Test
  void anUnknownHoldIsNotFound() throws IOException {
    assertThat(client.send("GET", "/v1/holds/none", "").statusCode()).isEqualTo(404);
    assertThat(client.send("POST", "/v1/holds/none/unhold", "").statusCode()).isEqualTo(404);
  }

  @Test
  void strangersAndNonsenseAreRefused() throws IOException {
    JsonClient stranger = new JsonClient(warehouse.uri(), "nobody");
    assertThat(stranger.send("PUT", "/v1/holds/h1", THREE_AND_ONE).statusCode()).isEqualTo(401);
    assertThat(put("h1", "{\"order\":\"R-1\",\"lines\":[]}").statusCode()).isEqualTo(400);
    assertThat(put("h1", "{\"order\":").statusCode()).isEqualTo(400);
    assertThat(put("h1", "{\"shelf\":1}").statusCode()).isEqualTo(400);
  }

  @Test
  void aConnectionCutAfterTheWorkHidesAHoldThatExists() throws IOException {
    warehouse
        .faults()
        .add(Fault.once(Match.of("PUT", "^/v1/holds/"), new Mishap.CutAfterWork(false)));
    assertThatThrownBy(() -> put("h1", THREE_AND_ONE)).isInstanceOf(IOException.class);
    assertThat(client.get("/v1/holds/h1").path("status").asText()).isEqualTo("held");
  }

  @Test
  void aSecondStartFindsTheHoldsOfTheFirst(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("holds.jsonl");
    try (Warehouse first = new Warehouse("t", file).start(0)) {
      new JsonClient(first.uri(), "t").send("PUT", "/v1/holds/h1", THREE_AND_ONE);
    }
    try (Warehouse second = new Warehouse("t", file).start(0)) {
      JsonClient again = new JsonClient(second.uri(), "t");
      assertThat(again.get("/v1/holds/h1").path("status").asText()).isEqualTo("held");
      assertThat(again.get("/ledger").path("movements")).hasSize(2);
    }
  }

  @Test
  void thePageShowsTheHoldsAndEscapesText() throws IOException {
    put("h1", THREE_AND_ONE.replace("R-1", "<b>R-1"));
    assertThat(client.send("GET", "/", "").body())
        .contains("&lt;b&gt;R-1", "<td class=\"amount\">3</td>")
        .doesNotContain("<b>", "<script");
  }

  private HttpResponse<String> put(String id, String body) throws IOException {
    return client.send("PUT", "/v1/holds/" + id, body);
  }

  private void behave(String how) throws IOException {
    client.post("/control/behaviour", how);
  }

  private JsonNode stock(String sku) throws IOException {
    return client.get("/ledger").path("stock").path(sku);
  }

  private static JsonNode json(HttpResponse<String> answer) {
    return Json.read(answer.body(), JsonNode.class);
  }
}
