package org.countermand.order.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.countermand.kernel.Digest;
import org.countermand.kernel.Finding;
import org.countermand.kernel.ReasonCode;
import org.countermand.order.model.Intake;
import org.countermand.order.model.NewOrder;
import org.countermand.order.model.Order;
import org.countermand.platform.database.TextArray;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Takes in orders by the hundred thousand. Heads go in one by one, so that of two who bring the
 * same order one wins; the rest of those that won follows by COPY.
 */
@ApplicationScoped
public class OrderLoader {

  private static final String HEADS =
      "INSERT INTO shop_order (id, shop, legal_entity, channel, channel_number, refund_authority,"
          + " currency, price_basis, placed_at, promised_on, invoice_number, invoiced_on,"
          + " supplied_on, seller_tax_id, cheapest_delivery, stage, total) SELECT * FROM unnest(?::uuid[],"
          + " ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[],"
          + " ?::timestamptz[], ?::date[], ?::text[], ?::date[], ?::date[], ?::text[], ?::bigint[], ?::text[], ?::bigint[])"
          + " ON CONFLICT (shop, channel, channel_number) DO NOTHING RETURNING id";

  @Inject private Jdbi jdbi;

  /**
   * Stores orders that were checked, each with what became of it, in the order of their numbers.
   */
  public List<Intake> load(List<NewOrder> orders) {
    // In one order everywhere, so that two who bring the same orders wait and do not lock up.
    List<NewOrder> sorted = sorted(orders);
    return jdbi.withHandle(
        handle -> {
          Set<UUID> won = heads(handle, sorted.stream().map(NewOrder::order).toList());
          List<NewOrder> created =
              sorted.stream().filter(o -> won.contains(o.order().id())).toList();
          OrderRows.of(created).into(handle.getConnection());
          List<NewOrder> lost = sorted.stream().filter(o -> !won.contains(o.order().id())).toList();
          List<Intake> intakes = new ArrayList<>(compare(handle, lost, false));
          created.forEach(o -> intakes.add(new Intake(o.order().channelNumber(), true, List.of())));
          return intakes;
        });
  }

  /** What {@link #load} would say, with nothing stored. */
  public List<Intake> tryOut(List<NewOrder> orders) {
    return jdbi.withHandle(handle -> compare(handle, sorted(orders), true));
  }

  private static List<NewOrder> sorted(List<NewOrder> orders) {
    return orders.stream()
        .sorted(Comparator.comparing((NewOrder o) -> o.order().channelNumber()))
        .toList();
  }

  /** Orders against those that are there under their numbers. */
  private static List<Intake> compare(Handle handle, List<NewOrder> orders, boolean createdIfNew) {
    if (orders.isEmpty()) {
      return List.of();
    }
    Order any = orders.get(0).order();
    Map<String, String> digests = new HashMap<>();
    handle
        .createQuery(
            "SELECT o.channel_number, p.digest FROM shop_order o JOIN order_payload p"
                + " ON p.order_id = o.id WHERE o.shop = :shop AND o.channel = :channel"
                + " AND o.channel_number = ANY(:numbers::text[])")
        .bind("shop", any.shop())
        .bind("channel", any.channel())
        .bind("numbers", TextArray.of(orders.stream().map(o -> o.order().channelNumber()).toList()))
        .map((row, context) -> digests.put(row.getString(1), row.getString(2)))
        .list();
    return orders.stream().map(order -> intake(order, digests, createdIfNew)).toList();
  }

  private static Intake intake(NewOrder order, Map<String, String> digests, boolean createdIfNew) {
    String number = order.order().channelNumber();
    String digest = digests.get(number);
    if (digest == null && createdIfNew) {
      return new Intake(number, true, List.of());
    }
    boolean same = Digest.sha256(order.payload()).equals(digest);
    return new Intake(
        number,
        false,
        same ? List.of() : List.of(Finding.of(ReasonCode.ORDER_CONFLICT, "number", number)));
  }

  private static Set<UUID> heads(Handle handle, List<Order> orders) {
    List<List<String>> columns = new ArrayList<>();
    for (OrderRows.Head head : OrderRows.Head.values()) {
      columns.add(orders.stream().map(head::of).toList());
    }
    var insert = handle.createQuery(HEADS);
    for (int i = 0; i < columns.size(); i++) {
      insert.bind(i, TextArray.of(columns.get(i)));
    }
    return insert.mapTo(UUID.class).collect(Collectors.toSet());
  }
}
