package org.countermand.payment.model;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.countermand.kernel.Decision;
import org.countermand.kernel.Finding;
import org.countermand.kernel.Money;
import org.countermand.kernel.ReasonCode;
import org.jspecify.annotations.Nullable;

/**
 * The other way of one refund part that failed. At most one of a part's payouts stands; one that
 * was rejected, failed or came back may be followed by another.
 *
 * @param sameName whether the account is in the buyer's own name
 * @param tail the last four characters of the account's number; empty once the account is forgotten
 * @param chosenBy the id of the actor who named the account
 * @param decidedBy the id of the actor who approved or rejected it, or empty
 * @param why why it was rejected, failed or came back
 * @param reference the bank's id of the transfer, empty as long as the bank has not told it; or the
 *     number of the store credit
 * @param settledAt when the bank first said that it was paid, or when the credit was granted
 */
public record Payout(
    UUID id,
    UUID partId,
    UUID cancellationId,
    UUID orderId,
    String shop,
    PayoutMethod method,
    PayoutState state,
    Money amount,
    boolean sameName,
    String tail,
    String chosenBy,
    Instant chosenAt,
    String decidedBy,
    @Nullable Instant decidedAt,
    Optional<Finding> why,
    String reference,
    @Nullable Instant settledAt) {

  /** A reason fits into a letter. */
  public static final int LONGEST_REASON = 500;

  /** Days of work until somebody has looked at it and the bank has booked it. */
  private static final int DECISION_AND_TRANSFER = 5;

  private static final int TRANSFER = 2;

  /**
   * Approved, by somebody else than who named the account.
   *
   * @return {@code PAYOUT_OWN_ENTRY} where it is the same person, {@code PAYOUT_DECIDED} where it
   *     does not wait any more
   */
  public Decision<Payout> approvedBy(String actorId, Instant at) {
    return actorId.equals(chosenBy)
        ? Decision.no(ReasonCode.PAYOUT_OWN_ENTRY)
        : decided(PayoutState.APPROVED, actorId, Optional.empty(), at);
  }

  /**
   * Rejected, with a reason that the buyer is told.
   *
   * @return {@code FIELD_MISSING} or {@code FIELD_INVALID} for the reason, which must not name an
   *     account; {@code PAYOUT_DECIDED} where it does not wait any more
   */
  public Decision<Payout> rejectedBy(String actorId, String reason, Instant at) {
    String told = reason.strip();
    if (told.isEmpty()) {
      return Decision.no(Finding.of(ReasonCode.FIELD_MISSING, "field", "reason"));
    }
    if (told.length() > LONGEST_REASON || Beneficiary.looksLikeAccount(told)) {
      return Decision.no(Finding.of(ReasonCode.FIELD_INVALID, "field", "reason"));
    }
    return decided(
        PayoutState.REJECTED,
        actorId,
        Optional.of(Finding.of(ReasonCode.PAYOUT_REJECTED, "reason", told)),
        at);
  }

  private Decision<Payout> decided(
      PayoutState next, String actorId, Optional<Finding> because, Instant at) {
    return state.mayBecome(next)
        ? Decision.yes(
            new Payout(
                id,
                partId,
                cancellationId,
                orderId,
                shop,
                method,
                next,
                amount,
                sameName,
                tail,
                chosenBy,
                chosenAt,
                actorId,
                at,
                because,
                reference,
                settledAt))
        : Decision.no(ReasonCode.PAYOUT_DECIDED);
  }

  /** Granted at once as store credit, for nobody has to approve what stays in the shop. */
  public Decision<Payout> granted(String number, Instant at) {
    return state.mayBecome(PayoutState.GRANTED)
        ? Decision.yes(with(PayoutState.GRANTED, why, number, at))
        : Decision.no(ReasonCode.PAYOUT_DECIDED);
  }

  /** Handed to the bank, or about to be. */
  Payout submitted() {
    return with(PayoutState.SUBMITTED, why, reference, settledAt);
  }

  /**
   * As the bank tells it; what the table does not know leaves the state as it is. What was paid and
   * is said to have failed came back: ISO 20022 has one word for both.
   */
  Payout told(PayoutAnswer answer, Instant at) {
    String known = answer.reference().isEmpty() ? reference : answer.reference();
    if (state == PayoutState.PAID && answer.state() == PayoutState.FAILED) {
      Optional<Finding> because =
          answer.why().map(w -> new Finding(ReasonCode.PAYOUT_RETURNED, w.parameters()));
      return with(PayoutState.RETURNED, because, known, settledAt);
    }
    return state.mayBecome(answer.state())
        ? with(
            answer.state(),
            answer.why(),
            known,
            answer.state() == PayoutState.PAID ? at : settledAt)
        : with(state, why, known, settledAt);
  }

  /** The bank will never do it. */
  Payout failed(Finding because) {
    return with(PayoutState.FAILED, Optional.of(because), reference, settledAt);
  }

  /**
   * By when the buyer should have it: counted in days from Monday to Friday, without holidays, so
   * it is a customary time and no promise.
   */
  public LocalDate expectedBy() {
    return decidedAt == null ? after(chosenAt, DECISION_AND_TRANSFER) : after(decidedAt, TRANSFER);
  }

  private static LocalDate after(Instant from, int days) {
    LocalDate day = LocalDate.ofInstant(from, ZoneOffset.UTC);
    int left = days;
    while (left > 0) {
      day = day.plusDays(1);
      if (day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY) {
        left--;
      }
    }
    return day;
  }

  private Payout with(
      PayoutState next, Optional<Finding> because, String known, @Nullable Instant settled) {
    return new Payout(
        id,
        partId,
        cancellationId,
        orderId,
        shop,
        method,
        next,
        amount,
        sameName,
        tail,
        chosenBy,
        chosenAt,
        decidedBy,
        decidedAt,
        because,
        known,
        settled);
  }
}
