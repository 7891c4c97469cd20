package org.countermand.cancellation.model;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.countermand.kernel.Actor;

/**
 * Somebody agrees to the amounts that have replaced those of his request.
 *
 * @param consent names the quotation that has replaced the first one
 * @param idempotencyKey the caller's own key, or empty
 * @param declaration the exact words or bytes with which it was agreed, stored verbatim
 * @param locale the language in which consent texts were shown
 * @param at business time
 */
public record Assent(
    Actor actor,
    UUID cancellationId,
    Basis.Consent consent,
    String idempotencyKey,
    String declaration,
    Locale locale,
    Instant at) {

  /** It as what is kept of every request. */
  public Request request(Cancellation waiting) {
    return new Request(
        actor,
        waiting.orderId(),
        waiting.kind(),
        List.of(),
        consent,
        waiting.reason(),
        idempotencyKey,
        declaration,
        locale,
        at);
  }
}
