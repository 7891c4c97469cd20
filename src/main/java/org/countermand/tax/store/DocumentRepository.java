package org.countermand.tax.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.countermand.kernel.Ids;
import org.countermand.kernel.Money;
import org.countermand.order.model.TaxLine;
import org.countermand.tax.model.DocumentDraft;
import org.countermand.tax.model.DocumentKind;
import org.countermand.tax.model.IssuedDocument;
import org.countermand.tax.model.NumberSeries;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Keeps the texts of documents and counts their numbers. */
@ApplicationScoped
public class DocumentRepository {

  @Inject private Jdbi jdbi;

  /**
   * Takes the next number and writes the document under it; the series is locked from here to the
   * commit, so nothing else may come after it.
   */
  public IssuedDocument insert(DocumentDraft draft) {
    UUID id = Ids.next();
    return jdbi.withHandle(
        handle -> {
          writeTaxes(handle, id, draft.ruling().taxes());
          IssuedDocument document = draft.numbered(id, next(handle, draft.series()));
          write(handle, document);
          return document;
        });
  }

  /** The document of a cancellation; not what corrects it. */
  public Optional<IssuedDocument> ofCancellation(UUID cancellationId) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery("SELECT * FROM document WHERE cancellation_id = :id AND corrects = ''")
                .bind("id", cancellationId)
                .map((row, context) -> document(row))
                .findOne());
  }

  /** The documents of an order, the first first. */
  public List<IssuedDocument> ofOrder(UUID orderId) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery("SELECT * FROM document WHERE order_id = :id ORDER BY id")
                .bind("id", orderId)
                .map((row, context) -> document(row))
                .list());
  }

  private static long next(Handle handle, NumberSeries series) {
    return handle
        .createQuery(
            "INSERT INTO document_series VALUES (:entity, :series, :year, 1)"
                + " ON CONFLICT (legal_entity, series, year)"
                + " DO UPDATE SET last_number = document_series.last_number + 1"
                + " RETURNING last_number")
        .bind("entity", series.legalEntity())
        .bind("series", series.series())
        .bind("year", series.year())
        .mapTo(Long.class)
        .one();
  }

  private static void write(Handle handle, IssuedDocument document) {
    handle.execute(
        "INSERT INTO document VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        document.id(),
        document.cancellationId(),
        document.orderId(),
        document.shop(),
        document.legalEntity(),
        document.series(),
        document.year(),
        document.counter(),
        document.number(),
        document.kind().name(),
        document.place(),
        document.scheme(),
        document.issuedOn(),
        document.total().currency().getCurrencyCode(),
        document.total().minor(),
        document.invoiceNumber(),
        document.corrects(),
        document.digest(),
        document.text());
  }

  private static void writeTaxes(Handle handle, UUID id, List<TaxLine> taxes) {
    int position = 0;
    for (TaxLine tax : taxes) {
      handle.execute(
          "INSERT INTO document_tax VALUES (?, ?, ?, ?, ?)",
          id,
          ++position,
          tax.authority(),
          tax.ratePercent(),
          tax.amount().minor());
    }
  }

  private static IssuedDocument document(ResultSet row) throws SQLException {
    return new IssuedDocument(
        row.getObject("id", UUID.class),
        row.getObject("cancellation_id", UUID.class),
        row.getObject("order_id", UUID.class),
        row.getString("shop"),
        row.getString("legal_entity"),
        row.getString("series"),
        row.getString("year"),
        row.getLong("counter"),
        row.getString("number"),
        DocumentKind.valueOf(row.getString("kind")),
        row.getString("place"),
        row.getString("scheme"),
        row.getObject("issued_on", LocalDate.class),
        Money.of(row.getLong("total"), row.getString("currency")),
        row.getString("invoice_number"),
        row.getString("corrects"),
        row.getString("digest"),
        row.getString("body"));
  }
}
