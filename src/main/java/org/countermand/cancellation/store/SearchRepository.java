package org.countermand.cancellation.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.countermand.cancellation.model.Cancellation;
import org.countermand.cancellation.model.Filter;
import org.countermand.cancellation.model.PayoutRow;
import org.countermand.cancellation.model.Row;
import org.countermand.cancellation.model.Search;
import org.countermand.cancellation.model.State;
import org.countermand.kernel.Actor;
import org.countermand.kernel.Money;
import org.countermand.kernel.SearchText;
import org.countermand.kernel.Slice;
import org.countermand.order.model.ShopChannel;
import org.countermand.payment.model.Payout;
import org.countermand.platform.database.Conditions;
import org.countermand.platform.database.Keyset;
import org.countermand.platform.database.TextSearch;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.SqlStatements;

/** Lists cancellations, a page at a time; every query begins at an index of V004. */
@ApplicationScoped
public class SearchRepository {

  private static final String OPEN =
      " FROM work_item w WHERE w.cancellation_id = c.id AND w.closed_at IS NULL";

  /** Few are open at any time, so they come first and the cancellations along their keys. */
  private static final String NEEDING_PERSON =
      "(SELECT DISTINCT cancellation_id FROM work_item WHERE closed_at IS NULL%s) w"
          + " CROSS JOIN LATERAL"
          + " (SELECT c.* FROM cancellation c WHERE c.id = w.cancellation_id OFFSET 0) c";

  private static final String NEARBY =
      "(SELECT c.* FROM %s WHERE <conditions> ORDER BY <order> LIMIT %d) c";

  /**
   * A cancellation by its own number, and all those of the orders that the text is found in. Each
   * along its order: a filter beside it would tempt the planner to walk the filter's index.
   */
  private static final String FOUND =
      "(SELECT order_id FROM cancellation WHERE number = :number UNION SELECT id FROM "
          + TextSearch.ORDERS
          + " found) hit CROSS JOIN LATERAL (SELECT c.* FROM cancellation c"
          + " WHERE c.order_id = hit.order_id OFFSET 0) c";

  private static final String TEXT = "(c.number = :number OR " + TextSearch.inOrder("o", "b") + ")";

  /** {@code C-0000042} and {@code 42} both mean the forty-second. */
  private static final Pattern NUMBER = Pattern.compile("(?:[Cc]-)?(\\d{1,12})");

  private static final long NO_NUMBER = -1;

  @Inject private Jdbi jdbi;

  /** One page of the cancellations of a shop, or of every shop. */
  public Slice<Row> page(String shop, Search search) {
    Keyset keyset = keyset(search);
    Conditions conditions = conditions(shop, search.filter());
    keyset.begin(conditions);
    int limit = search.size() + 1;
    Optional<String> owner = search.filter().owner();
    owner.ifPresent(agent -> conditions.value("owner", agent));
    String whose = owner.isPresent() ? " AND owner = :owner" : "";
    String all = search.filter().needsPerson() ? NEEDING_PERSON.formatted(whose) : "cancellation c";
    List<Row> rows;
    if (search.filter().text().isEmpty()) {
      rows = rows(NEARBY.formatted(all, limit), "TRUE", keyset, conditions, limit);
    } else {
      SearchText text = search.filter().text().get();
      conditions.value(TextSearch.PATTERN, text.pattern()).value("number", number(text.text()));
      String some = NEARBY.formatted(all, TextSearch.NEARBY);
      rows = rows(some, TEXT, keyset, conditions, limit);
      if (rows.size() < limit && goesOn(some, keyset, conditions)) {
        if (search.filter().needsPerson()) {
          conditions.and("EXISTS (SELECT 1" + OPEN + whose + ")");
        }
        rows = rows(FOUND, TEXT + " AND " + conditions.sql(), keyset, conditions, limit);
      }
    }
    return Slice.of(rows, search.size(), search.from(), row -> row.place(search.sort()));
  }

  /** Whether there are more cancellations than were looked at nearby. */
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
   * The rows whose text fits, from cancellations {@code c} that are looked at one by one: their
   * orders and buyers are read along their keys, and no more of them than the page needs.
   */
  private List<Row> rows(
      String cancellations, String text, Keyset keyset, Conditions conditions, int limit) {
    return jdbi.withHandle(
        handle ->
            conditions
                .bind(
                    handle
                        .createQuery(
                            "SELECT c.*, o.channel_number, b.name, (SELECT count(*)"
                                + OPEN
                                + ") AS items FROM "
                                + cancellations
                                + " CROSS JOIN LATERAL (SELECT o.channel_number FROM shop_order o"
                                + " WHERE o.id = c.order_id OFFSET 0) o"
                                + " CROSS JOIN LATERAL (SELECT b.name, b.email FROM buyer b"
                                + " WHERE b.order_id = c.order_id OFFSET 0) b"
                                + " WHERE <text> ORDER BY <order> LIMIT <limit>")
                        .define("conditions", conditions.sql())
                        .define("order", keyset.order())
                        .define("text", text)
                        .define("limit", limit))
                .map((row, context) -> row(row))
                .list());
  }

  private static Keyset keyset(Search search) {
    return switch (search.sort()) {
      case RECEIVED -> Keyset.ofMoments("c", "received_at", search.ascending(), search.from());
      case UPDATED -> Keyset.ofMoments("c", "updated_at", search.ascending(), search.from());
      case AMOUNT -> Keyset.ofAmounts("c", "amount", search.ascending(), search.from());
    };
  }

  private static Conditions conditions(String shop, Filter filter) {
    Conditions conditions = new Conditions();
    if (!shop.equals(Actor.EVERY_SHOP)) {
      conditions.and("c.shop = :ownShop", "ownShop", shop);
    }
    filter
        .source()
        .ifPresent(
            source -> {
              conditions.and("c.shop = :shop", "shop", source.shop());
              if (!source.channel().isEmpty()) {
                conditions.and("c.channel = :channel", "channel", source.channel());
              }
            });
    filter.state().ifPresent(state -> conditions.and("c.state = :state", "state", state.name()));
    return conditions.within("c.received_at", filter.received());
  }

  /** What people call the cancellations and orders of some payouts, in the order of these. */
  public List<PayoutRow> named(List<Payout> payouts) {
    List<UUID> ids = payouts.stream().map(Payout::cancellationId).distinct().toList();
    Map<UUID, String[]> names = new HashMap<>();
    jdbi.useHandle(
        handle ->
            handle
                .createQuery(
                    "SELECT c.id, c.number, o.channel_number FROM cancellation c"
                        + " JOIN shop_order o ON o.id = c.order_id WHERE c.id = ANY(:ids)")
                .bindArray("ids", UUID.class, ids)
                .map(
                    (row, context) ->
                        names.put(
                            row.getObject("id", UUID.class),
                            new String[] {
                              Cancellation.number(row.getLong("number")),
                              row.getString("channel_number")
                            }))
                .list());
    return payouts.stream()
        .map(
            payout -> {
              String[] name = names.getOrDefault(payout.cancellationId(), new String[] {"", ""});
              return new PayoutRow(payout, name[0], name[1]);
            })
        .toList();
  }

  private static long number(String text) {
    Matcher number = NUMBER.matcher(text);
    return number.matches() ? Long.parseLong(number.group(1)) : NO_NUMBER;
  }

  private static Row row(ResultSet row) throws SQLException {
    return new Row(
        row.getObject("id", UUID.class),
        Cancellation.number(row.getLong("number")),
        row.getObject("order_id", UUID.class),
        row.getString("channel_number"),
        new ShopChannel(row.getString("shop"), row.getString("channel")),
        row.getString("name"),
        State.valueOf(row.getString("state")),
        Money.of(row.getLong("amount"), row.getString("currency")),
        row.getObject("received_at", OffsetDateTime.class).toInstant(),
        row.getObject("updated_at", OffsetDateTime.class).toInstant(),
        row.getInt("items"));
  }
}
