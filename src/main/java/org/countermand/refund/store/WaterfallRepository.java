package org.countermand.refund.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import org.countermand.refund.model.Waterfall;
import org.jdbi.v3.core.Jdbi;

/** Keeps in which order each shop's tenders give money back. */
@ApplicationScoped
public class WaterfallRepository {

  @Inject private Jdbi jdbi;

  /** The shop's own in force at that moment, or else the one for every shop. */
  public Waterfall inForce(String shop, Instant at) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "SELECT waterfall FROM refund_waterfall WHERE shop IN (:shop, '*')"
                        + " AND effective_from <= :at"
                        + " ORDER BY (shop = '*'), effective_from DESC LIMIT 1")
                .bind("shop", shop)
                .bind("at", at)
                .mapTo(Waterfall.class)
                .one());
  }
}
