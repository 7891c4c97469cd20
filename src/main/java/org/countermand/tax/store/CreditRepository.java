package org.countermand.tax.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.countermand.kernel.Ids;
import org.countermand.kernel.Money;
import org.countermand.order.model.TaxLine;
import org.countermand.tax.model.CreditNote;
import org.countermand.tax.model.CreditRequest;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Keeps credit documents and the counters of their numbers. */
@ApplicationScoped
public class CreditRepository {

  @Inject private Jdbi jdbi;

  public CreditNote insert(CreditRequest request) {
    UUID id = Ids.next();
    int year = request.issuedOn().getYear();
    return jdbi.withHandle(
        handle -> {
          writeTaxes(handle, id, request.taxes());
          handle.execute(
              "INSERT INTO document_counter VALUES (?, ?, 0) ON CONFLICT DO NOTHING",
              request.legalEntity(),
              year);
          long counter = writeNumbered(handle, id, request, year);
          return new CreditNote(
              id,
              request.cancellationId(),
              request.orderId(),
              request.legalEntity(),
              CreditNote.number(year, counter),
              request.invoiceNumber(),
              request.issuedOn(),
              request.total(),
              request.taxes());
        });
  }

  public Optional<CreditNote> ofCancellation(UUID cancellationId) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery("SELECT * FROM credit_note WHERE cancellation_id = :id")
                .bind("id", cancellationId)
                .map((row, context) -> note(handle, row))
                .findOne());
  }

  /** Takes the number and writes the document under it in one statement. */
  private static long writeNumbered(Handle handle, UUID id, CreditRequest request, int year) {
    return handle
        .createQuery(
            "WITH next AS (UPDATE document_counter SET last_number = last_number + 1"
                + " WHERE legal_entity = :entity AND year = :year RETURNING last_number)"
                + " INSERT INTO credit_note SELECT :id, :cancellation, :order, :entity, :year,"
                + " next.last_number, :invoice, :on, :currency, :total, :body FROM next"
                + " RETURNING counter")
        .bind("id", id)
        .bind("cancellation", request.cancellationId())
        .bind("order", request.orderId())
        .bind("entity", request.legalEntity())
        .bind("year", year)
        .bind("invoice", request.invoiceNumber())
        .bind("on", request.issuedOn())
        .bind("currency", request.total().currency().getCurrencyCode())
        .bind("total", request.total().minor())
        .bind("body", request.body())
        .mapTo(Long.class)
        .one();
  }

  private static void writeTaxes(Handle handle, UUID id, List<TaxLine> taxes) {
    int position = 0;
    for (TaxLine tax : taxes) {
      handle.execute(
          "INSERT INTO credit_tax VALUES (?, ?, ?, ?, ?)",
          id,
          ++position,
          tax.authority(),
          tax.ratePercent(),
          tax.amount().minor());
    }
  }

  private static CreditNote note(Handle handle, ResultSet row) throws SQLException {
    UUID id = row.getObject("id", UUID.class);
    Currency currency = Currency.getInstance(row.getString("currency"));
    return new CreditNote(
        id,
        row.getObject("cancellation_id", UUID.class),
        row.getObject("order_id", UUID.class),
        row.getString("legal_entity"),
        CreditNote.number(row.getInt("year"), row.getLong("counter")),
        row.getString("invoice_number"),
        row.getObject("issued_on", LocalDate.class),
        new Money(row.getLong("total"), currency),
        handle
            .createQuery("SELECT * FROM credit_tax WHERE credit_id = :id ORDER BY position")
            .bind("id", id)
            .map(
                (tax, context) ->
                    new TaxLine(
                        tax.getString("authority"),
                        tax.getBigDecimal("rate_percent"),
                        new Money(tax.getLong("amount"), currency)))
            .list());
  }
}
