package org.countermand.payment.model;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.countermand.kernel.Money;

/**
 * A refund as it stands at the gateway, whoever made it.
 *
 * @param reference the gateway's id of it
 * @param payment the gateway's id of the payment, or empty
 * @param partId our part, if its metadata names one; not necessarily one that we know
 * @param madeAt by the gateway's clock
 */
public record GatewayRefund(
    String reference,
    String payment,
    Money amount,
    PartState state,
    Optional<UUID> partId,
    RefundTrace trace,
    Instant madeAt) {

  /** Whether money went, or goes, back. */
  public boolean moves() {
    return state != PartState.FAILED && state != PartState.REVERSED;
  }

  /** What it says of our part. */
  public GatewayAnswer answer() {
    return new GatewayAnswer(reference, state, trace);
  }
}
