package org.countermand.cancellation.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.countermand.cancellation.model.Cancellation;
import org.countermand.cancellation.model.Row;
import org.countermand.cancellation.model.Search;
import org.countermand.cancellation.model.State;
import org.countermand.kernel.Money;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;

/** The back office's list: filtered, sorted and cut in the database. */
@ApplicationScoped
public class SearchRepository {

  private static final String FROM =
      " FROM cancellation c JOIN shop_order o ON o.id = c.order_id"
          + " WHERE (:shop = '*' OR c.shop = :shop) AND (:state = '' OR c.state = :state)"
          + " AND (NOT :person OR EXISTS (SELECT 1 FROM work_item w"
          + " WHERE w.cancellation_id = c.id AND w.closed_at IS NULL"
          + " AND (:anybody OR w.owner = :owner)))"
          + " AND (:text = '' OR o.channel_number = :text OR c.number = :number)";

  @Inject private Jdbi jdbi;

  public List<Row> rows(String shop, Search search) {
    return jdbi.withHandle(
        handle ->
            bind(
                    handle
                        .createQuery(
                            "SELECT c.*, o.channel_number, (SELECT count(*) FROM work_item w"
                                + " WHERE w.cancellation_id = c.id AND w.closed_at IS NULL) AS items"
                                + FROM
                                + " ORDER BY <sort> <way>, c.id <way> OFFSET :offset LIMIT :limit")
                        .define("sort", column(search.sort()))
                        .define("way", search.ascending() ? "ASC" : "DESC"),
                    shop,
                    search)
                .bind("offset", Math.max(0, search.offset()))
                .bind("limit", Math.min(200, Math.max(1, search.limit())))
                .map(
                    (row, context) ->
                        new Row(
                            row.getObject("id", UUID.class),
                            Cancellation.number(row.getLong("number")),
                            row.getString("channel_number"),
                            row.getObject("order_id", UUID.class),
                            State.valueOf(row.getString("state")),
                            Money.of(row.getLong("amount"), row.getString("currency")),
                            row.getObject("received_at", OffsetDateTime.class).toInstant(),
                            row.getInt("items")))
                .list());
  }

  public long count(String shop, Search search) {
    return jdbi.withHandle(
        handle ->
            bind(handle.createQuery("SELECT count(*)" + FROM), shop, search)
                .mapTo(Long.class)
                .one());
  }

  private static Query bind(Query query, String shop, Search search) {
    return query
        .bind("shop", shop)
        .bind("state", search.state().map(State::name).orElse(""))
        .bind("person", search.needsPerson())
        .bind("anybody", search.owner().isEmpty())
        .bind("owner", search.owner().orElse(""))
        .bind("text", search.text().strip())
        .bind("number", number(search.text().strip()));
  }

  /** {@code C-0000042} and {@code 42} both mean the forty-second. */
  private static long number(String text) {
    String digits = text.startsWith("C-") ? text.substring(2) : text;
    return digits.matches("\\d{1,12}") ? Long.parseLong(digits) : -1;
  }

  private static String column(Search.Sort sort) {
    return switch (sort) {
      case RECEIVED -> "c.received_at";
      case STATE -> "c.state";
      case AMOUNT -> "c.amount";
    };
  }
}
