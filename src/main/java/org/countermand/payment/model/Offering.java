package org.countermand.payment.model;

import java.util.Optional;
import org.countermand.kernel.Finding;
import org.countermand.kernel.ReasonCode;

/** Which other ways there are for a refund part. */
public final class Offering {

  private Offering() {}

  /**
   * Why there is no other way for a part, whichever it would be: it has not failed, nothing was
   * taken that could be paid back, or the buyer's bank is about to take it back itself.
   */
  public static Optional<Finding> refusal(RefundPart part, TenderAccount account) {
    boolean lost = part.state() == PartState.FAILED || part.state() == PartState.REVERSED;
    if (!lost || part.kind() != PartKind.REFUND) {
      return Optional.of(Finding.of(ReasonCode.PAYOUT_NOT_NEEDED));
    }
    return account.state() == TenderState.DISPUTED
        ? Optional.of(Finding.of(ReasonCode.PAYMENT_DISPUTED))
        : Optional.empty();
  }

  /**
   * Why a part cannot go to a bank account: the transfer that there is carries another currency.
   */
  public static Optional<Finding> transferRefusal(RefundPart part, boolean someBankPays) {
    boolean possible = someBankPays && part.amount().currency().equals(Sepa.CURRENCY);
    return possible
        ? Optional.empty()
        : Optional.of(
            Finding.of(
                ReasonCode.UNSUPPORTED, "currency", part.amount().currency().getCurrencyCode()));
  }

  /**
   * Why a part cannot become store credit, which nobody looks at before it is granted: its shop
   * takes none, or the gateway never made the refund, and somebody may have paid back by hand.
   */
  public static Optional<Finding> creditRefusal(RefundPart part, boolean shopTakesCredit) {
    boolean possible = shopTakesCredit && !part.reference().isEmpty();
    return possible
        ? Optional.empty()
        : Optional.of(Finding.of(ReasonCode.UNSUPPORTED, "method", PayoutMethod.STORE_CREDIT));
  }
}
