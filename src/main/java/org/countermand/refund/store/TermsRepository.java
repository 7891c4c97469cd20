package org.countermand.refund.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import org.countermand.refund.model.Terms;
import org.countermand.refund.model.TermsText;
import org.jdbi.v3.core.Jdbi;

/** Keeps the revisions of shops' terms. */
@ApplicationScoped
public class TermsRepository {

  @Inject private Jdbi jdbi;

  /** The shop's own revision in force at that moment, or else the one for every shop. */
  public Terms inForce(String shop, Instant at) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "SELECT body FROM terms_revision WHERE shop IN (:shop, '*')"
                        + " AND effective_from <= :at"
                        + " ORDER BY (shop = '*'), revision DESC LIMIT 1")
                .bind("shop", shop)
                .bind("at", at)
                .mapTo(String.class)
                .findOne()
                .map(TermsText::read)
                .orElse(Terms.USUAL));
  }
}
