package org.countermand.refund.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;
import org.countermand.refund.model.Quotation;
import org.countermand.refund.model.QuotationText;
import org.jdbi.v3.core.Jdbi;

/** Keeps quotations as the exact text that was hashed. */
@ApplicationScoped
public class QuotationRepository {

  @Inject private Jdbi jdbi;

  public Quotation insert(Quotation quotation) {
    jdbi.useHandle(
        handle ->
            handle.execute(
                "INSERT INTO quotation VALUES (?, ?, ?, ?, ?)",
                quotation.id(),
                quotation.orderId(),
                quotation.expiresAt(),
                quotation.digest(),
                quotation.text()));
    return quotation;
  }

  public Optional<Quotation> find(UUID id) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery("SELECT body FROM quotation WHERE id = :id")
                .bind("id", id)
                .mapTo(String.class)
                .findOne()
                .map(QuotationText::read));
  }
}
