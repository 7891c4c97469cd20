package org.countermand.payment.model;

import java.time.Instant;
import java.util.UUID;
import org.countermand.kernel.Ids;
import org.countermand.kernel.Money;

/**
 * One line of the ledger of gift cards and store credit; never changed and never taken out.
 *
 * @param subject what it is about: an id of ours, or for what was spent the shop's own id; of one
 *     kind and subject there is one entry
 * @param amount what it changes, negative for what goes off
 * @param actorId who booked it, without personal data
 */
public record CreditEntry(
    UUID id, UUID accountId, Kind kind, String subject, Money amount, String actorId, Instant at) {

  /** Why a balance changes. */
  public enum Kind {
    /** A card was sold with this much on it; the subject is the order's line. */
    OPENED(1),
    /** What was paid with it came back; the subject is the part of a cancellation. */
    RESTORED(1),
    /**
     * Given to a buyer whose money could not go back the way it came; the subject says for what.
     */
    GRANTED(1),
    /**
     * The shop told that something was bought with it; the subject is the shop's own id of that.
     */
    SPENT(-1),
    /** The card itself was cancelled; the subject is the cancellation and the line. */
    TAKEN_BACK(-1),
    /** The card's cancellation came to nothing; the subject is that of what was taken back. */
    RETURNED(1);

    private final int sign;

    Kind(int sign) {
      this.sign = sign;
    }
  }

  public CreditEntry {
    if (Long.signum(amount.minor()) != kind.sign) {
      throw new IllegalArgumentException(kind + " of " + amount);
    }
  }

  /** The entry that undoes one of what was taken back. */
  public CreditEntry returned(String byWhom, Instant when) {
    return new CreditEntry(
        Ids.next(), accountId, Kind.RETURNED, subject, amount.negated(), byWhom, when);
  }

  /**
   * A new entry.
   *
   * @param value how much, always positive; the kind says which way
   */
  public static CreditEntry of(
      CreditAccount account, Kind kind, String subject, Money value, String actorId, Instant at) {
    Money amount = kind.sign < 0 ? value.negated() : value;
    return new CreditEntry(Ids.next(), account.id(), kind, subject, amount, actorId, at);
  }
}
