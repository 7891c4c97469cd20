package org.countermand.logistics.depot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.countermand.logistics.model.HoldStatus.HELD;
import static org.countermand.logistics.model.HoldStatus.PARTLY_HELD;
import static org.countermand.logistics.model.HoldStatus.PENDING;
import static org.countermand.logistics.model.HoldStatus.REFUSED;
import static org.countermand.logistics.model.HoldStatus.RELEASED;
import static org.countermand.logistics.model.HoldStatus.UNHELD;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.countermand.kernel.Decision;
import org.countermand.kernel.Finding;
import org.countermand.kernel.Ids;
import org.countermand.kernel.Outcome;
import org.countermand.kernel.ReasonCode;
import org.countermand.logistics.model.HoldAnswer;
import org.countermand.logistics.model.HoldLine;
import org.countermand.logistics.model.HoldRequest;
import org.countermand.logistics.model.HoldStatus;
import org.countermand.sandbox.fault.Fault;
import org.countermand.sandbox.fault.Match;
import org.countermand.sandbox.fault.Mishap;
import org.countermand.sandbox.http.JsonClient;
import org.countermand.sandbox.http.Request;
import org.countermand.sandbox.warehouse.Warehouse;
import org.countermand.sandbox.webhook.Listener;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the adapter says of calls to a warehouse that answers, hesitates and fails. */
class DepotWarehouseTest {

  private static final Match HOLDING = Match.of("PUT", "^/v1/holds/");
  private static final UUID LANTERNS = Ids.next();
  private static final UUID PLATES = Ids.next();

  private Warehouse server;
  private JsonClient control;
  private DepotWarehouse warehouse;

  @BeforeEach
  void start() {
    server = new Warehouse().start(0);
    control = new JsonClient(server.uri(), null);
    warehouse = warehouse(Warehouse.TOKEN, DepotHttp.PATIENCE);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void everything_asked_for_is_held() {
    HoldRequest request = asking("R1", lanterns(3), plates(2));
    assertThat(warehouse.hold(request)).isEqualTo(settled(request, HELD, lanterns(3), plates(2)));
    assertThat(warehouse.hold(request))
        .as("asked again")
        .isEqualTo(settled(request, HELD, lanterns(3), plates(2)));
  }

  @Test
  void what_can_still_be_held_is_held() throws IOException {
    behave("R1", "partial");
    HoldRequest request = asking("R1", lanterns(4), plates(1));
    assertThat(warehouse.hold(request)).isEqualTo(settled(request, PARTLY_HELD, lanterns(2)));
  }

  @Test
  void goods_on_their_way_are_an_answer_and_not_an_error() throws IOException {
    behave("R1", "nack");
    HoldRequest request = asking("R1", lanterns(1));
    assertThat(warehouse.hold(request)).isEqualTo(settled(request, REFUSED));
  }

  @Test
  void an_answer_that_never_comes_is_accepted_and_found_pending() throws IOException {
    behave("R1", "never");
    HoldRequest request = asking("R1", lanterns(1));
    assertThat(warehouse.hold(request))
        .isEqualTo(new Outcome.Accepted<>(new HoldAnswer(request.id(), PENDING, List.of())));
    assertThat(warehouse.find(request.id())).isEqualTo(found(request, PENDING));
  }

  @Test
  void an_answer_that_comes_later_is_told_under_signature_and_found() throws Exception {
    try (Listener listener = new Listener()) {
      control.post(
          "/control/callback",
          "{\"url\":\"%s\",\"secret\":\"depot_secret\"}".formatted(listener.url()));
      control.post(
          "/control/behaviour",
          "{\"order\":\"R1\",\"answer\":\"late\",\"delayMs\":50,\"thenAnswer\":\"ack\"}");
      HoldRequest request = asking("R1", lanterns(1));
      assertThat(warehouse.hold(request)).isInstanceOf(Outcome.Accepted.class);

      Request told = listener.await(1).get(0);
      assertThat(
              new DepotNews(Optional.of(List.of("depot_secret")))
                  .read(
                      told.header("Warehouse-Signature").orElseThrow(), told.body(), Instant.now()))
          .isEqualTo(Decision.yes(new HoldAnswer(request.id(), HELD, List.of(lanterns(1)))));
      assertThat(warehouse.find(request.id())).isEqualTo(found(request, HELD, lanterns(1)));
    }
  }

  @Test
  void a_hold_that_the_warehouse_never_heard_of_is_surely_absent() {
    assertThat(warehouse.find(Ids.next())).isEqualTo(new Outcome.Settled<>(Optional.empty()));
  }

  @Test
  void held_units_are_packed_after_all_or_go_back_to_stock() {
    HoldRequest packed = asking("R1", lanterns(1));
    warehouse.hold(packed);
    assertThat(warehouse.unhold(packed.id())).isEqualTo(settled(packed, UNHELD, lanterns(1)));
    HoldRequest released = asking("R2", lanterns(1));
    warehouse.hold(released);
    assertThat(warehouse.release(released.id()))
        .isEqualTo(settled(released, RELEASED, lanterns(1)));
  }

  @Test
  void what_the_warehouse_forbids_is_refused_with_its_code() throws IOException {
    behave("R1", "nack");
    HoldRequest request = asking("R1", lanterns(1));
    warehouse.hold(request);
    assertThat(warehouse.release(request.id())).isEqualTo(refused("wrong_state"));
    assertThat(warehouse.unhold(Ids.next())).isEqualTo(refused("unknown_hold"));
    HoldRequest other =
        new HoldRequest(
            request.id(), request.cancellationId(), "depot", "R1", List.of(lanterns(2)));
    assertThat(warehouse.hold(other)).isEqualTo(refused("different_content"));
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void a_connection_cut_after_the_work_leaves_it_unknown_until_it_is_found(boolean silent) {
    server.faults().add(Fault.once(HOLDING, new Mishap.CutAfterWork(silent)));
    HoldRequest request = asking("R1", lanterns(1));
    assertThat(warehouse.hold(request)).isInstanceOf(Outcome.Unknown.class);
    assertThat(warehouse.find(request.id())).isEqualTo(found(request, HELD, lanterns(1)));
  }

  @Test
  void a_connection_cut_before_the_work_leaves_it_unknown_until_it_is_missed() {
    server.faults().add(Fault.once(HOLDING, new Mishap.CutBeforeWork(true)));
    HoldRequest request = asking("R1", lanterns(1));
    assertThat(warehouse.hold(request)).isInstanceOf(Outcome.Unknown.class);
    assertThat(warehouse.find(request.id())).isEqualTo(new Outcome.Settled<>(Optional.empty()));
  }

  @Test
  void an_answer_that_does_not_come_in_time_is_unknown() {
    server.faults().add(Fault.once(HOLDING, new Mishap.Delay(1_500)));
    DepotWarehouse impatient = warehouse(Warehouse.TOKEN, Duration.ofMillis(200));
    assertThat(impatient.hold(asking("R1", lanterns(1)))).isInstanceOf(Outcome.Unknown.class);
  }

  @Test
  void an_error_of_the_server_is_unknown() {
    server.faults().add(Fault.times(2, Match.of(null, null), new Mishap.Status(503, false)));
    HoldRequest request = asking("R1", lanterns(1));
    assertThat(warehouse.hold(request)).isEqualTo(new Outcome.Unknown<>("HTTP 503", false));
    assertThat(warehouse.find(request.id())).isEqualTo(new Outcome.Unknown<>("HTTP 503", false));
  }

  @ParameterizedTest
  @ValueSource(ints = {429, 403})
  void too_many_requests_and_a_missing_right_are_not_attempted(int status) {
    server.faults().add(Fault.once(HOLDING, new Mishap.Status(status, false)));
    assertThat(warehouse.hold(asking("R1", lanterns(1))))
        .isEqualTo(new Outcome.NotAttempted<>("HTTP " + status));
  }

  @Test
  void a_wrong_token_never_looks_like_goods_on_their_way() {
    assertThat(warehouse("wrong", DepotHttp.PATIENCE).hold(asking("R1", lanterns(1))))
        .isEqualTo(new Outcome.NotAttempted<>("HTTP 401"));
  }

  @Test
  void a_warehouse_that_cannot_be_reached_or_is_not_configured_is_not_attempted() {
    server.close();
    assertThat(warehouse.hold(asking("R1", lanterns(1)))).isInstanceOf(Outcome.NotAttempted.class);
    assertThat(warehouse.find(Ids.next())).isInstanceOf(Outcome.NotAttempted.class);
    DepotWarehouse none = new DepotWarehouse(Optional.empty(), Optional.empty());
    assertThat(none.release(Ids.next())).isInstanceOf(Outcome.NotAttempted.class);
    assertThat(none.find(Ids.next())).isInstanceOf(Outcome.NotAttempted.class);
  }

  private void behave(String order, String answer) throws IOException {
    control.post(
        "/control/behaviour", "{\"order\":\"%s\",\"answer\":\"%s\"}".formatted(order, answer));
  }

  private DepotWarehouse warehouse(String token, Duration patience) {
    return new DepotWarehouse(new DepotHttp(server.uri().toString(), token, patience));
  }

  private static HoldRequest asking(String order, HoldLine... lines) {
    return new HoldRequest(Ids.next(), Ids.next(), "depot", order, Arrays.asList(lines));
  }

  private static HoldLine lanterns(int units) {
    return new HoldLine(LANTERNS, "LANTERN", units);
  }

  private static HoldLine plates(int units) {
    return new HoldLine(PLATES, "PLATE", units);
  }

  private static Outcome<HoldAnswer> settled(
      HoldRequest request, HoldStatus status, HoldLine... held) {
    return new Outcome.Settled<>(new HoldAnswer(request.id(), status, Arrays.asList(held)));
  }

  private static Outcome<Optional<HoldAnswer>> found(
      HoldRequest request, HoldStatus status, HoldLine... held) {
    return new Outcome.Settled<>(
        Optional.of(new HoldAnswer(request.id(), status, Arrays.asList(held))));
  }

  private static Outcome<HoldAnswer> refused(String code) {
    return new Outcome.Refused<>(Finding.of(ReasonCode.WAREHOUSE_REFUSED, "code", code));
  }
}
