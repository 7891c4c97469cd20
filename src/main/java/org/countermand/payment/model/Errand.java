package org.countermand.payment.model;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.countermand.kernel.Finding;
import org.countermand.kernel.Outcome;
import org.jspecify.annotations.Nullable;

/**
 * A payout's way to the bank: the rules of attempts and keys, without effects.
 *
 * <p>From the moment in which it is claimed for a call it is to be looked up, so whoever finds it
 * after a death looks first. It is called again, under the same key, only when the bank was surely
 * not reached or surely does not have it.
 *
 * @param claim counts the claims; who comes back with an older one is too late
 * @param attemptId the key under which the bank is called, as soon as there is one
 * @param attemptedAt when the bank was first called under that key
 * @param tries how often it was claimed since the bank last told something
 * @param look whether the bank is only to be asked what it has
 * @param dueAt when to go on, or null where there is nothing to do
 * @param note a technical word on the last answer
 */
public record Errand(
    Payout payout,
    long claim,
    Optional<UUID> attemptId,
    int attempt,
    @Nullable Instant attemptedAt,
    int tries,
    boolean look,
    @Nullable Instant dueAt,
    String note) {

  private static final int MANY_TRIES = 12;

  /** Claimed: for a call, which is written down before it is made, or for a look-up. */
  public Errand claimed(UUID freshKey, Instant now, PayoutPacing pacing) {
    boolean first = attemptId.isEmpty();
    return new Errand(
        payout.state() == PayoutState.APPROVED ? payout.submitted() : payout,
        claim + 1,
        first ? Optional.of(freshKey) : attemptId,
        first ? attempt + 1 : attempt,
        first ? now : attemptedAt,
        tries + 1,
        true,
        now.plus(pacing.deadline()),
        note);
  }

  /**
   * After what came of it.
   *
   * @param looked whether the bank was only asked what it has
   */
  public Errand after(
      Outcome<Optional<PayoutAnswer>> outcome, boolean looked, Instant now, PayoutPacing pacing) {
    if (outcome instanceof Outcome.Settled<Optional<PayoutAnswer>> settled) {
      return settled
          .value()
          .map(answer -> told(answer, now, pacing))
          .orElseGet(() -> absent(now, pacing));
    }
    if (outcome instanceof Outcome.Accepted<Optional<PayoutAnswer>> accepted) {
      return accepted
          .value()
          .map(answer -> told(answer, now, pacing))
          .orElseGet(() -> unsure("accepted", now, pacing));
    }
    if (outcome instanceof Outcome.Refused<Optional<PayoutAnswer>> refused) {
      // A question that is refused tells nothing about the transfer that is asked after.
      return looked
          ? unsure(refused.finding().toString(), now, pacing)
          : refused(refused.finding());
    }
    if (outcome instanceof Outcome.NotAttempted<Optional<PayoutAnswer>> not) {
      return looked
          ? unsure(not.why(), now, pacing)
          : with(payout, tries, false, pacing.retry(now, tries), not.why());
    }
    return unsure(((Outcome.Unknown<Optional<PayoutAnswer>>) outcome).why(), now, pacing);
  }

  /** Whether nobody knows for so long what became of it that a person should ask. */
  public boolean uncertain(Instant now, PayoutPacing pacing) {
    return payout.state() == PayoutState.SUBMITTED
        && payout.reference().isEmpty()
        && (tries >= MANY_TRIES || keyForgotten(now, pacing));
  }

  private Errand told(PayoutAnswer answer, Instant now, PayoutPacing pacing) {
    Payout next = payout.told(answer, now);
    Instant settled = next.settledAt();
    Instant due =
        switch (next.state()) {
          case SUBMITTED -> pacing.retry(now, tries);
          case PAID ->
              settled != null && pacing.mayReturn(settled, now) ? now.plus(pacing.returns()) : null;
          default -> null;
        };
    return with(next, next.state() == PayoutState.PAID ? 0 : tries, true, due, "");
  }

  private Errand refused(Finding why) {
    return with(payout.failed(why), tries, true, null, why.toString());
  }

  /**
   * Surely not there: called again, unless the bank had it before or may have forgotten the key.
   */
  private Errand absent(Instant now, PayoutPacing pacing) {
    if (payout.state() == PayoutState.PAID
        || !payout.reference().isEmpty()
        || keyForgotten(now, pacing)) {
      return unsure("absent", now, pacing);
    }
    return with(payout, tries, false, now, "absent");
  }

  private Errand unsure(String why, Instant now, PayoutPacing pacing) {
    Instant due =
        payout.state() == PayoutState.PAID ? now.plus(pacing.returns()) : pacing.retry(now, tries);
    return with(payout, tries, true, due, why);
  }

  private boolean keyForgotten(Instant now, PayoutPacing pacing) {
    return attemptedAt != null && now.isAfter(attemptedAt.plus(pacing.keyLifetime()));
  }

  private Errand with(
      Payout next, int nextTries, boolean nextLook, @Nullable Instant due, String nextNote) {
    return new Errand(
        next, claim, attemptId, attempt, attemptedAt, nextTries, nextLook, due, nextNote);
  }
}
