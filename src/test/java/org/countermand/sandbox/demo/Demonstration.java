package org.countermand.sandbox.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.countermand.order.model.FulfilmentStage;
import org.countermand.refund.model.FeeRule;
import org.countermand.refund.model.PromotionEffect;
import org.countermand.refund.model.Terms;
import org.countermand.sandbox.Settings;
import org.countermand.sandbox.World;
import org.countermand.sandbox.http.Json;
import org.countermand.sandbox.http.JsonClient;
import org.countermand.sandbox.shop.OrderDraft;
import org.countermand.sandbox.shop.Shop;
import org.countermand.sandbox.shop.Shop.PlacedOrder;

/**
 * Linden's orders and a few cancellations, brought in over the API as a shop's program would. A
 * second time in the same world adds nothing: the orders are the same to the byte, and every
 * cancellation is asked for once.
 */
public final class Demonstration {

  /** An order to try with. */
  public record Sample(String number, String email, String what) {}

  /** What the law lets Linden keep where it is allowed to keep anything. */
  private static final Terms TERMS =
      new Terms(
          Terms.USUAL.charges(),
          PromotionEffect.CLAW_BACK,
          List.of(
              new FeeRule(
                  "RESTOCK",
                  new FeeRule.Percent(500),
                  Optional.empty(),
                  FulfilmentStage.ALLOCATED,
                  Optional.empty(),
                  true,
                  false)));

  private static final Set<String> WAREHOUSE = Set.of("partial", "nack", "never");
  private static final Set<String> REFUND = Set.of("pending", "failed");

  private final Shop shop;
  private final Records records;
  private final JsonClient warehouse;
  private final JsonClient payments;

  private Demonstration(World world) {
    Settings settings = world.settings();
    shop = new Shop(world.node().uri(), settings);
    records = new Records(world.database());
    warehouse = new JsonClient(settings.warehouse(), null);
    payments = new JsonClient(settings.payment(), null);
  }

  /**
   * Furnishes a world.
   *
   * @return how many orders there are
   * @throws IllegalStateException if Countermand refuses one, as where the world keeps orders of
   *     another version of this demonstration
   */
  public static int furnish(World world) {
    return new Demonstration(world).furnish();
  }

  /** Three orders to begin with: one plain, one in review, one that cannot be cancelled. */
  public static List<Sample> samples() {
    return List.of(
        sample("L-1001", "can be cancelled, in part or all of it"),
        sample("L-1002", "is packed: somebody has to decide"),
        sample("L-1003", "was handed over: cannot be cancelled"));
  }

  private static Sample sample(String number, String what) {
    return new Sample(number, OrderBook.entry(number).email(), what);
  }

  private int furnish() {
    records.terms(TERMS);
    List<OrderDraft> drafts = drafts(start());
    shop.seed(drafts);
    Map<String, PlacedOrder> placed = new HashMap<>();
    drafts.forEach(draft -> placed.put(draft.number(), shop.placePaid(draft)));
    Scene.all().stream()
        .filter(scene -> !records.asked(scene.key()))
        .forEach(scene -> play(scene, placed.get(scene.number())));
    return drafts.size();
  }

  static List<OrderDraft> drafts(Instant start) {
    return OrderBook.entries().stream().map(entry -> entry.draft(start)).toList();
  }

  /** What was placed once stays placed then, whenever the sandbox is started again. */
  private Instant start() {
    return records
        .placedAt(OrderBook.entries().get(0).number())
        .map(OrderBook::start)
        .orElseGet(() -> Instant.now().truncatedTo(ChronoUnit.SECONDS));
  }

  private void play(Scene scene, PlacedOrder order) {
    if (WAREHOUSE.contains(scene.world())) {
      tell(
          warehouse,
          "/control/behaviour",
          Map.of("order", scene.number(), "answer", scene.world()));
    } else if (REFUND.contains(scene.world())) {
      tell(
          payments,
          "/control/refund-outcome",
          Map.of("status", scene.world(), "forPaymentIntent", order.payment()));
    }
    if (scene.byConsent()) {
      JsonNode quotation = shop.quote(order, 1, scene.quantity()).ok();
      shop.post(
              "cancellations", Shop.consentBody(quotation), Map.of("Idempotency-Key", scene.key()))
          .ok();
    } else {
      shop.declare(order, 1, scene.quantity(), scene.key()).ok();
    }
  }

  private static void tell(JsonClient party, String path, Map<String, String> words) {
    try {
      party.post(path, Json.tree(words).toString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
