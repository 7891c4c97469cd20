package org.countermand.payment.model;

import java.util.Optional;
import java.util.UUID;

/**
 * What a gateway is asked about. Several messages on one topic need one answer.
 *
 * @param reference the gateway's id of the payment, or empty
 * @param partId our part, if the messages name one
 */
public record Topic(String gateway, String reference, Optional<UUID> partId) {

  /** What a message is about, whatever it says of it. */
  public static Topic of(GatewayNews news) {
    return new Topic(news.gateway(), news.reference(), news.partId());
  }

  /** The part as it stands in the table. */
  public String part() {
    return partId.map(UUID::toString).orElse("");
  }
}
