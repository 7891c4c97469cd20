package org.countermand.order.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.countermand.kernel.Actor;
import org.countermand.kernel.Money;
import org.countermand.kernel.Slice;
import org.countermand.order.model.FulfilmentStage;
import org.countermand.order.model.OrderFilter;
import org.countermand.order.model.OrderRow;
import org.countermand.order.model.OrderSearch;
import org.countermand.order.model.ShopChannel;
import org.countermand.platform.database.Conditions;
import org.countermand.platform.database.Keyset;
import org.countermand.platform.database.TextSearch;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.SqlStatements;

/** Lists orders, a page at a time; every query begins at an index of V004. */
@ApplicationScoped
public class OrderListRepository {

  /** Each along its key: a filter beside it would tempt the planner to walk the filter's index. */
  private static final String FOUND =
      TextSearch.ORDERS
          + " hit CROSS JOIN LATERAL"
          + " (SELECT o.* FROM shop_order o WHERE o.id = hit.id OFFSET 0) o";

  @Inject private Jdbi jdbi;

  /** One page of the orders of a shop, or of every shop. */
  public Slice<OrderRow> page(String shop, OrderSearch search) {
    Keyset keyset = keyset(search);
    Conditions conditions = conditions(shop, search.filter());
    keyset.begin(conditions);
    int limit = search.size() + 1;
    String nearby = "(SELECT o.* FROM shop_order o WHERE <conditions> ORDER BY <order> LIMIT %d) o";
    List<OrderRow> rows;
    if (search.filter().text().isEmpty()) {
      rows = rows(nearby.formatted(limit), "TRUE", keyset, conditions, limit);
    } else {
      String pattern = search.filter().text().get().pattern();
      conditions.value(TextSearch.PATTERN, pattern);
      String text = TextSearch.inOrder("o", "b");
      String some = nearby.formatted(TextSearch.NEARBY);
      rows = rows(some, text, keyset, conditions, limit);
      if (rows.size() < limit && goesOn(some, keyset, conditions)) {
        rows = rows(FOUND, text + " AND " + conditions.sql(), keyset, conditions, limit);
      }
    }
    return Slice.of(rows, search.size(), search.from(), row -> row.place(search.sort()));
  }

  /** The orders that have exactly this number in any channel, in any case; two at most. */
  public List<OrderRow> numbered(String shop, String number) {
    Conditions conditions =
        conditions(shop, OrderFilter.NONE)
            .and("lower(o.channel_number) = lower(:number)", "number", number);
    return jdbi.withHandle(
        handle ->
            conditions
                .bind(
                    handle
                        .createQuery(
                            "SELECT o.*, b.name, b.email FROM shop_order o"
                                + " JOIN buyer b ON b.order_id = o.id WHERE <conditions> LIMIT 2")
                        .define("conditions", conditions.sql()))
                .map((row, context) -> row(row))
                .list());
  }

  /** Where orders have come from so far; leaps from one to the next, however many orders it has. */
  public List<ShopChannel> sources(String shop) {
    String next =
        "(SELECT o.shop, o.channel FROM shop_order o WHERE %s ORDER BY o.shop, o.channel LIMIT 1)";
    Conditions conditions = conditions(shop, OrderFilter.NONE);
    String first = next.formatted(conditions.sql());
    String further =
        next.formatted(conditions.sql() + " AND (o.shop, o.channel) > (s.shop, s.channel)");
    return jdbi.withHandle(
        handle ->
            conditions
                .bind(
                    handle.createQuery(
                        "WITH RECURSIVE source AS ("
                            + first
                            + " UNION ALL SELECT n.* FROM source s CROSS JOIN LATERAL "
                            + further
                            + " n) SELECT shop, channel FROM source"))
                .map((row, context) -> new ShopChannel(row.getString(1), row.getString(2)))
                .list());
  }

  /** Whether there are more orders than were looked at nearby. */
  private boolean goesOn(String nearby, Keyset keyset, Conditions conditions) {
    return jdbi.withHandle(
        handle ->
            conditions
                    .bind(
                        handle
                            .createQuery("SELECT count(*) FROM " + nearby)
                            .configure(
                                SqlStatements.class, all -> all.setUnusedBindingAllowed(true))
                            .define("conditions", conditions.sql())
                            .define("order", keyset.order()))
                    .mapTo(Integer.class)
                    .one()
                == TextSearch.NEARBY);
  }

  /**
   * The rows whose text fits, from orders {@code o} that are looked at one by one: their buyers are
   * read along his key, and no more of them than the page needs.
   */
  private List<OrderRow> rows(
      String orders, String text, Keyset keyset, Conditions conditions, int limit) {
    return jdbi.withHandle(
        handle ->
            conditions
                .bind(
                    handle
                        .createQuery(
                            "SELECT o.*, b.name, b.email FROM "
                                + orders
                                + " CROSS JOIN LATERAL (SELECT b.name, b.email FROM buyer b"
                                + " WHERE b.order_id = o.id OFFSET 0) b"
                                + " WHERE <text> ORDER BY <order> LIMIT <limit>")
                        .define("conditions", conditions.sql())
                        .define("order", keyset.order())
                        .define("text", text)
                        .define("limit", limit))
                .map((row, context) -> row(row))
                .list());
  }

  private static Keyset keyset(OrderSearch search) {
    return switch (search.sort()) {
      case PLACED -> Keyset.ofMoments("o", "placed_at", search.ascending(), search.from());
      case TOTAL -> Keyset.ofAmounts("o", "total", search.ascending(), search.from());
    };
  }

  private static Conditions conditions(String shop, OrderFilter filter) {
    Conditions conditions = new Conditions();
    if (!shop.equals(Actor.EVERY_SHOP)) {
      conditions.and("o.shop = :ownShop", "ownShop", shop);
    }
    filter
        .source()
        .ifPresent(
            source -> {
              conditions.and("o.shop = :shop", "shop", source.shop());
              if (!source.channel().isEmpty()) {
                conditions.and("o.channel = :channel", "channel", source.channel());
              }
            });
    filter.stage().ifPresent(stage -> conditions.and("o.stage = :stage", "stage", stage.name()));
    return conditions.within("o.placed_at", filter.placed());
  }

  private static OrderRow row(ResultSet row) throws SQLException {
    return new OrderRow(
        row.getObject("id", UUID.class),
        new ShopChannel(row.getString("shop"), row.getString("channel")),
        row.getString("channel_number"),
        row.getString("name"),
        row.getString("email"),
        row.getObject("placed_at", OffsetDateTime.class).toInstant(),
        FulfilmentStage.valueOf(row.getString("stage")),
        Money.of(row.getLong("total"), row.getString("currency")));
  }
}
