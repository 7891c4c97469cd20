package org.countermand.channel.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.countermand.channel.model.ChannelRequest;
import org.countermand.order.model.Ask;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Keeps the cancellations that channels ask for, and what became of them. */
@ApplicationScoped
public class ChannelRequestRepository {

  @Inject private Jdbi jdbi;

  /** How many have not been asked for. */
  public long open(String shop, String channel) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "SELECT count(*) FROM channel_request WHERE shop = :shop"
                        + " AND channel = :channel AND outcome IS NULL")
                .bind("shop", shop)
                .bind("channel", channel)
                .mapTo(Long.class)
                .one());
  }

  /** The next that have not been asked for, the oldest first. */
  public List<ChannelRequest> next(String shop, String channel, int limit) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "SELECT id, order_id, number, at FROM channel_request WHERE shop = :shop"
                        + " AND channel = :channel AND outcome IS NULL ORDER BY at, id"
                        + " LIMIT :limit")
                .bind("shop", shop)
                .bind("channel", channel)
                .bind("limit", limit)
                .map(
                    (row, context) ->
                        request(
                            handle,
                            row.getObject("id", UUID.class),
                            row.getObject("order_id", UUID.class),
                            row.getString("number"),
                            row.getObject("at", OffsetDateTime.class).toInstant()))
                .list());
  }

  /** Notes what became of one that was not asked for before; gives whether it was so. */
  public boolean settle(UUID id, Optional<UUID> cancellationId, String outcome) {
    return jdbi.withHandle(
            handle ->
                handle.execute(
                    "UPDATE channel_request SET cancellation_id = ?, outcome = ? WHERE id = ?"
                        + " AND outcome IS NULL",
                    cancellationId.orElse(null),
                    outcome,
                    id))
        > 0;
  }

  private static ChannelRequest request(
      Handle handle, UUID id, UUID orderId, String number, Instant at) {
    List<String> texts = new ArrayList<>();
    handle
        .createQuery(
            "SELECT DISTINCT i.line, i.text FROM instruction_link l JOIN channel_instruction i"
                + " ON i.id = l.instruction_id WHERE l.request_id = :id ORDER BY i.line")
        .bind("id", id)
        .map((row, context) -> texts.add(row.getString(2)))
        .list();
    List<Ask> asks =
        handle
            .createQuery(
                "SELECT line_id, sum(units) FROM instruction_link WHERE request_id = :id"
                    + " GROUP BY line_id ORDER BY line_id")
            .bind("id", id)
            .map((row, context) -> new Ask(row.getObject(1, UUID.class), row.getInt(2)))
            .list();
    return new ChannelRequest(id, orderId, number, at, asks, String.join("\n", texts));
  }
}
