package org.countermand.payment.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.countermand.payment.model.Beneficiary;
import org.countermand.platform.access.Seals;
import org.jdbi.v3.core.Jdbi;

/** Keeps, sealed, to whose accounts payouts go; to forget one, its row is deleted. */
@ApplicationScoped
public class BeneficiaryRepository {

  @Inject private Jdbi jdbi;
  @Inject private Seals seals;

  /** Whether accounts can be kept at all. */
  public boolean ready() {
    return seals.ready();
  }

  public void insert(UUID payoutId, Beneficiary beneficiary) {
    Seals.Sealed kept =
        seals.seal(beneficiary.iban() + "\n" + beneficiary.holder(), about(payoutId));
    jdbi.useHandle(
        handle ->
            handle.execute(
                "INSERT INTO payout_account VALUES (?, ?, ?, ?)",
                payoutId,
                kept.keyId(),
                kept.bytes(),
                beneficiary.tail()));
  }

  /**
   * The account of a payout, unless it was forgotten.
   *
   * @throws IllegalStateException if it does not open
   */
  public Optional<Beneficiary> find(UUID payoutId) {
    return jdbi.withHandle(
            handle ->
                handle
                    .createQuery("SELECT key_id, sealed FROM payout_account WHERE payout_id = :id")
                    .bind("id", payoutId)
                    .map(
                        (row, context) ->
                            new Seals.Sealed(row.getString("key_id"), row.getBytes("sealed")))
                    .findOne())
        .map(kept -> beneficiary(seals.open(kept, about(payoutId))));
  }

  /** Forgets whose account it was. */
  public boolean delete(UUID payoutId) {
    return jdbi.withHandle(
            handle -> handle.execute("DELETE FROM payout_account WHERE payout_id = ?", payoutId))
        == 1;
  }

  /** Forgets those of payouts that are over and were decided before a moment; gives how many. */
  public int deleteOver(Instant decidedBefore) {
    return jdbi.withHandle(
        handle ->
            handle.execute(
                "DELETE FROM payout_account a USING payout p WHERE p.id = a.payout_id"
                    + " AND p.due_at IS NULL AND p.state NOT IN ('CHOSEN', 'APPROVED', 'SUBMITTED')"
                    + " AND p.decided_at < ?",
                decidedBefore));
  }

  private static Beneficiary beneficiary(String text) {
    int end = text.indexOf('\n');
    return new Beneficiary(text.substring(end + 1), text.substring(0, end));
  }

  private static String about(UUID payoutId) {
    return "countermand/payout/" + payoutId;
  }
}
