package org.countermand.it;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.countermand.sandbox.World;
import org.countermand.sandbox.shop.OrderDraft;
import org.countermand.sandbox.shop.Shop;
import org.countermand.sandbox.shop.Shop.Answer;
import org.countermand.sandbox.shop.Shop.PlacedOrder;

/**
 * A shop's program that repeats an unanswered request, word for word and under the same idempotency
 * key, at one node after the other. Safe for many threads.
 */
final class PatientShop {

  private static final Duration PATIENCE = Duration.ofSeconds(90);
  private static final long PAUSE_MS = 100;

  private final List<Shop> shops;

  PatientShop(World world) {
    shops = world.nodes().stream().map(node -> new Shop(node.uri(), world.settings())).toList();
  }

  /** Takes the payment and places the order. */
  PlacedOrder place(OrderDraft draft, int firstNode) {
    return insist(firstNode, shop -> shop.place(draft));
  }

  /**
   * Declares the cancellation of units by the line's position, from 1.
   *
   * @return the id of the cancellation
   */
  String cancel(PlacedOrder order, Map<Integer, Integer> units, String key, int firstNode) {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.put("order", order.id());
    ArrayNode lines = body.putArray("lines");
    units.forEach(
        (position, count) ->
            lines.addObject().put("line", order.line(position)).put("quantity", count));
    body.putObject("basis").put("type", "declaration").put("text", "Please cancel this.");
    return insist(
        firstNode,
        shop -> {
          Answer answer = shop.post("cancellations", body, Map.of("Idempotency-Key", key));
          if (answer.status() / 100 == 4 && !answer.code().isEmpty()) {
            throw new AssertionError("Refused: " + answer);
          }
          return answer.id();
        });
  }

  private <T> T insist(int firstNode, Function<Shop, T> request) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    RuntimeException last = new IllegalStateException("never asked");
    for (int i = firstNode; System.nanoTime() < end; i++) {
      try {
        return request.apply(shops.get(i % shops.size()));
      } catch (RuntimeException noAnswer) {
        // The node is dead or still starting; nobody knows whether it has heard.
        last = noAnswer;
      }
      pause();
    }
    throw new AssertionError("Nobody answered within " + PATIENCE, last);
  }

  private static void pause() {
    try {
      Thread.sleep(PAUSE_MS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
