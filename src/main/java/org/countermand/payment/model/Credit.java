package org.countermand.payment.model;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.countermand.kernel.Decision;
import org.countermand.kernel.Finding;
import org.countermand.kernel.Money;
import org.countermand.kernel.ReasonCode;

/**
 * A gift card or store credit with everything that was booked on it, oldest first.
 *
 * @param entries of the account
 */
public record Credit(CreditAccount account, List<CreditEntry> entries) {
  public Credit {
    entries = List.copyOf(entries);
  }

  /** What is on it: the sum of all entries, never negative. */
  public Money balance() {
    return entries.stream()
        .map(CreditEntry::amount)
        .reduce(Money.zero(account.currency()), Money::plus);
  }

  /** Whether it has at least this much. */
  public boolean covers(Money value) {
    return balance().compareTo(value) >= 0;
  }

  /** The entry of this kind about this, if it was booked. */
  public Optional<CreditEntry> entry(CreditEntry.Kind kind, String subject) {
    return entries.stream()
        .filter(entry -> entry.kind() == kind && entry.subject().equals(subject))
        .findFirst();
  }

  /**
   * What is to be booked for a spending; the entry that is there if the shop told it before.
   * Refused as {@code CURRENCY_MISMATCH}, {@code IDEMPOTENCY_KEY_REUSED} for another amount under
   * the same id, {@code CREDIT_SHORT} if there is not so much.
   */
  public Decision<CreditEntry> spend(Spending spending, String actorId, Instant at) {
    if (!spending.amount().currency().equals(account.currency())) {
      return Decision.no(Finding.of(ReasonCode.CURRENCY_MISMATCH, "field", "amount.currency"));
    }
    CreditEntry wanted =
        CreditEntry.of(
            account, CreditEntry.Kind.SPENT, spending.id(), spending.amount(), actorId, at);
    Optional<CreditEntry> told = entry(wanted.kind(), wanted.subject());
    if (told.isPresent()) {
      return told.get().amount().equals(wanted.amount())
          ? Decision.yes(told.get())
          : Decision.no(ReasonCode.IDEMPOTENCY_KEY_REUSED);
    }
    return covers(spending.amount())
        ? Decision.yes(wanted)
        : Decision.no(Finding.of(ReasonCode.CREDIT_SHORT, "balance", balance()));
  }
}
