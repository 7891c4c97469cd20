package org.countermand.payment.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.countermand.payment.model.Difference;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Keeps where our books and a gateway disagree. */
@ApplicationScoped
public class DifferenceRepository {

  private static final String RESOLVE =
      "UPDATE reconciliation_difference SET resolved_at = :now"
          + " WHERE resolved_at IS NULL AND seen_at < :now AND gateway = :gateway AND ";

  @Inject private Jdbi jdbi;

  /** Writes one down, or that it is still, or again, so. */
  public void found(Difference difference, Instant now) {
    Difference.Side booked = difference.booked();
    Difference.Side there = difference.there();
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(
                    "INSERT INTO reconciliation_difference (gateway, kind, reference, part,"
                        + " payment, day, currency, booked, booked_state, there, there_state,"
                        + " found_at, seen_at) VALUES (:gateway, :kind, :reference, :part,"
                        + " :payment, :day, :currency, :booked, :bookedState, :there, :thereState,"
                        + " :now, :now) ON CONFLICT (gateway, kind, reference, part) DO UPDATE SET"
                        + " booked = excluded.booked, booked_state = excluded.booked_state,"
                        + " there = excluded.there, there_state = excluded.there_state,"
                        + " seen_at = excluded.seen_at, resolved_at = NULL")
                .bind("gateway", difference.gateway())
                .bind("kind", difference.kind().name())
                .bind("reference", difference.reference())
                .bind("part", difference.part())
                .bind("payment", difference.payment())
                .bind("day", difference.day())
                .bind("currency", difference.amount().currency().getCurrencyCode())
                .bind("booked", minor(booked))
                .bind("bookedState", state(booked))
                .bind("there", minor(there))
                .bind("thereState", state(there))
                .bind("now", now)
                .execute());
  }

  /**
   * What a look at a payment did not show again is resolved; such a look tells nothing of refunds
   * that the gateway lacks, for it may be older than they are.
   *
   * @return the parts that it was about
   */
  public List<UUID> resolveOfPayment(String gateway, String payment, Instant now) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    RESOLVE + "payment = :payment AND kind <> 'MISSING_THERE' RETURNING part")
                .bind("now", now)
                .bind("gateway", gateway)
                .bind("payment", payment)
                .mapTo(UUID.class)
                .list());
  }

  /** What the comparison of a day, begun at a moment, did not show again is resolved. */
  public List<UUID> resolveOfDay(String gateway, LocalDate day, Instant begun, Instant now) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "UPDATE reconciliation_difference SET resolved_at = :now"
                        + " WHERE resolved_at IS NULL AND seen_at < :begun AND gateway = :gateway"
                        + " AND day = :day RETURNING part")
                .bind("now", now)
                .bind("begun", begun)
                .bind("gateway", gateway)
                .bind("day", day)
                .mapTo(UUID.class)
                .list());
  }

  /** Parts that the gateway has after all are no longer missing there. */
  public List<UUID> resolveFound(String gateway, Collection<UUID> parts, Instant now) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    RESOLVE + "kind = 'MISSING_THERE' AND part = ANY(:parts) RETURNING part")
                .bind("now", now)
                .bind("gateway", gateway)
                .bindArray("parts", UUID.class, parts)
                .mapTo(UUID.class)
                .list());
  }

  /** Whether anything is still open about a cancellation. */
  public boolean isOpenOf(UUID cancellationId) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "SELECT EXISTS (SELECT 1 FROM reconciliation_difference d"
                        + " JOIN refund_part p ON p.id = d.part"
                        + " WHERE p.cancellation_id = :id AND d.resolved_at IS NULL)")
                .bind("id", cancellationId)
                .mapTo(Boolean.class)
                .one());
  }

  private static @Nullable Long minor(Difference.@Nullable Side side) {
    return side == null ? null : side.amount().minor();
  }

  private static String state(Difference.@Nullable Side side) {
    return side == null ? "" : side.state().name();
  }
}
