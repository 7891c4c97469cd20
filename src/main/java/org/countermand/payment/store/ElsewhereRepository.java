package org.countermand.payment.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.countermand.kernel.Money;
import org.countermand.payment.model.GatewayRefund;
import org.countermand.payment.model.TenderAccount;
import org.jdbi.v3.core.Jdbi;

/** Keeps the refunds that somebody else made on our tenders. */
@ApplicationScoped
public class ElsewhereRepository {

  @Inject private Jdbi jdbi;

  /** Those of some that are known. */
  public Set<String> known(String gateway, Collection<String> references) {
    return Set.copyOf(
        jdbi.withHandle(
            handle ->
                handle
                    .createQuery(
                        "SELECT reference FROM external_refund WHERE gateway = :gateway"
                            + " AND reference = ANY(:references)")
                    .bind("gateway", gateway)
                    .bindArray("references", String.class, references)
                    .mapTo(String.class)
                    .list()));
  }

  /** Lets one of exactly this amount stand for a part; gives the gateway's id of it. */
  public Optional<String> standIn(UUID tenderId, Money amount, UUID partId) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "UPDATE external_refund SET counted_for = :part WHERE (gateway, reference) ="
                        + " (SELECT gateway, reference FROM external_refund"
                        + " WHERE tender_id = :tender AND amount = :amount AND part = ''"
                        + " AND counted_for IS NULL AND state NOT IN ('FAILED', 'REVERSED')"
                        + " ORDER BY first_seen_at LIMIT 1 FOR UPDATE) RETURNING reference")
                .bind("part", partId)
                .bind("tender", tenderId)
                .bind("amount", amount.minor())
                .mapTo(String.class)
                .findOne());
  }

  /**
   * Writes one down, once.
   *
   * @return whether it was not known before
   */
  public boolean remember(TenderAccount account, GatewayRefund refund, Instant now) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "INSERT INTO external_refund AS e (gateway, reference, tender_id, order_id,"
                        + " currency, amount, state, part, first_seen_at) VALUES (:gateway,"
                        + " :reference, :tender, :order, :currency, :amount, :state, :part, :now)"
                        + " ON CONFLICT (gateway, reference) DO UPDATE SET state = excluded.state"
                        + " WHERE e.state <> excluded.state RETURNING e.first_seen_at = :now")
                .bind("gateway", account.gateway())
                .bind("reference", refund.reference())
                .bind("tender", account.tenderId())
                .bind("order", account.orderId())
                .bind("currency", refund.amount().currency().getCurrencyCode())
                .bind("amount", refund.amount().minor())
                .bind("state", refund.state().name())
                .bind("part", refund.partId().map(UUID::toString).orElse(""))
                .bind("now", now)
                .mapTo(Boolean.class)
                .findOne()
                .orElse(false));
  }
}
