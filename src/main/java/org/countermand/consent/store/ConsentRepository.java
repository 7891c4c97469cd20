package org.countermand.consent.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.countermand.consent.model.Consent;
import org.jdbi.v3.core.Jdbi;

/** Keeps consents; a quotation is consented to once. */
@ApplicationScoped
public class ConsentRepository {

  @Inject private Jdbi jdbi;

  /** Writes it, or gives the one that is there already for the quotation. */
  public Consent insert(Consent consent) {
    jdbi.useHandle(
        handle ->
            handle.execute(
                "INSERT INTO consent VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
                    + " ON CONFLICT (quotation_id) DO NOTHING",
                consent.id(),
                consent.quotationId(),
                consent.orderId(),
                consent.quotationDigest(),
                consent.disclosureVersion(),
                consent.disclosureDigest(),
                consent.locale().toLanguageTag(),
                consent.actorKind(),
                consent.actorId(),
                consent.givenAt()));
    return ofQuotation(consent.quotationId()).orElseThrow();
  }

  public Optional<Consent> ofQuotation(UUID quotationId) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery("SELECT * FROM consent WHERE quotation_id = :id")
                .bind("id", quotationId)
                .map(
                    (row, context) ->
                        new Consent(
                            row.getObject("id", UUID.class),
                            quotationId,
                            row.getObject("order_id", UUID.class),
                            row.getString("quotation_digest"),
                            row.getString("disclosure_version"),
                            row.getString("disclosure_digest"),
                            Locale.forLanguageTag(row.getString("locale")),
                            row.getString("actor_kind"),
                            row.getString("actor_id"),
                            row.getObject("given_at", OffsetDateTime.class).toInstant()))
                .findOne());
  }
}
