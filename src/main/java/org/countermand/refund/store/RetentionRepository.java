package org.countermand.refund.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.countermand.kernel.Money;
import org.countermand.order.model.TaxLine;
import org.countermand.refund.model.QuotedDeduction;
import org.countermand.refund.model.Retention;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Keeps what cancellations have kept of buyers' money. */
@ApplicationScoped
public class RetentionRepository {

  @Inject private Jdbi jdbi;

  public List<Retention> ofOrder(UUID orderId) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "SELECT kind, code, currency, amount, taxes FROM retention WHERE order_id = :id"
                        + " ORDER BY cancellation_id, kind, code")
                .bind("id", orderId)
                .map(
                    (row, context) ->
                        new Retention(
                            QuotedDeduction.Kind.valueOf(row.getString("kind")),
                            row.getString("code"),
                            Money.of(row.getLong("amount"), row.getString("currency")),
                            taxes(row.getString("taxes"))))
                .list());
  }

  public void insert(UUID cancellationId, UUID orderId, List<Retention> kept) {
    if (kept.isEmpty()) {
      return;
    }
    jdbi.useHandle(
        handle -> {
          PreparedBatch rows =
              handle.prepareBatch("INSERT INTO retention VALUES (?, ?, ?, ?, ?, ?, ?)");
          for (Retention each : kept) {
            rows.add(
                cancellationId,
                orderId,
                each.kind().name(),
                each.code(),
                each.amount().currency().getCurrencyCode(),
                each.amount().minor(),
                text(each.taxes()));
          }
          rows.execute();
        });
  }

  private static String text(List<TaxLine> taxes) {
    return taxes.stream()
        .map(tax -> List.of(tax.authority(), tax.ratePercent().toPlainString(), tax.amount()))
        .map(
            parts ->
                parts.stream().map(Object::toString).collect(Collectors.joining("\t", "", "\n")))
        .collect(Collectors.joining());
  }

  private static List<TaxLine> taxes(String text) {
    return text.lines()
        .map(line -> line.split("\t", -1))
        .map(part -> new TaxLine(part[0], new BigDecimal(part[1]), Money.parse(part[2])))
        .toList();
  }

  public void delete(UUID cancellationId) {
    jdbi.useHandle(
        handle ->
            handle.execute("DELETE FROM retention WHERE cancellation_id = ?", cancellationId));
  }
}
