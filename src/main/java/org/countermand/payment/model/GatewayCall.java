package org.countermand.payment.model;

import java.util.UUID;
import org.countermand.kernel.Digest;
import org.countermand.kernel.Money;
import org.countermand.order.model.Tender;

/**
 * One request to a gateway, written down before it is made.
 *
 * @param key the attempt's id; the gateway's idempotency key
 * @param partId stands in the metadata, so that the work can be found again without the key
 * @param reference the gateway's id of the payment
 */
public record GatewayCall(
    UUID key, UUID partId, String gateway, String reference, PartKind kind, Money amount) {

  /** Whether there is no gateway: the amount goes back onto a card of our own ledger. */
  public boolean internal() {
    return gateway.equals(Tender.OUR_LEDGER);
  }

  /** Tells two requests apart in the journal. */
  public String digest() {
    return Digest.sha256(kind + "|" + gateway + "|" + reference + "|" + amount + "|" + partId);
  }
}
