package org.countermand.cancellation.model;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.countermand.kernel.Actor;
import org.countermand.order.model.Ask;

/**
 * Somebody asks for a cancellation.
 *
 * @param asks what; ignored for a consent, whose quotation says what
 * @param idempotencyKey the caller's own key, or empty
 * @param declaration the exact words or bytes with which it was asked, stored verbatim
 * @param locale the language in which consent texts were shown
 * @param at business time
 */
public record Request(
    Actor actor,
    UUID orderId,
    Kind kind,
    List<Ask> asks,
    Basis basis,
    String reason,
    String idempotencyKey,
    String declaration,
    java.util.Locale locale,
    Instant at) {
  public Request {
    asks = List.copyOf(asks);
  }
}
