package org.countermand.refund.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;
import org.countermand.refund.model.Quotation;
import org.jdbi.v3.core.Jdbi;

/** Keeps quotations as the exact text that was hashed. */
@ApplicationScoped
public class QuotationRepository {

  @Inject private Jdbi jdbi;

  /**
   * A stored text.
   *
   * @param signature empty for one from before they were signed
   */
  public record Stored(String text, Optional<String> signature) {}

  public Quotation insert(Quotation quotation, String signature) {
    jdbi.useHandle(
        handle ->
            handle.execute(
                "INSERT INTO quotation VALUES (?, ?, ?, ?, ?, ?)",
                quotation.id(),
                quotation.orderId(),
                quotation.expiresAt(),
                quotation.digest(),
                quotation.text(),
                signature));
    return quotation;
  }

  public Optional<Stored> find(UUID id) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery("SELECT body, signature FROM quotation WHERE id = :id")
                .bind("id", id)
                .map(
                    (row, context) ->
                        new Stored(
                            row.getString("body"), Optional.ofNullable(row.getString("signature"))))
                .findOne());
  }
}
