package org.countermand.payment.model;

import java.util.Optional;
import java.util.UUID;

/**
 * Something a gateway told us by itself. It is only a hint: what it is about is fetched afresh,
 * because such messages come late, twice and in any order.
 *
 * @param id the gateway's id of the message; heard once
 * @param type the gateway's word for it
 * @param reference the gateway's id of the payment, or empty if it is about no payment
 * @param partId our part if the message's metadata names one
 * @param told what it says is so
 * @param raw the exact body
 */
public record GatewayNews(
    String gateway,
    String id,
    String type,
    String reference,
    Optional<UUID> partId,
    Told told,
    String raw) {

  /** Whether it tells that money went back, whoever gave it. */
  public boolean tellsOfRefund() {
    return told instanceof Told.Part
        || (told instanceof Told.Payment payment && payment.refunded() > 0);
  }
}
