package org.countermand.payment.model;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.countermand.kernel.Money;
import org.countermand.order.model.Order;
import org.countermand.order.model.UnitRange;

/**
 * Units of a gift card's line that are cancelled: their value goes off the card.
 *
 * @param reference the token of the card
 * @param subject the cancellation and the line, under which it is booked once
 */
public record CardReturn(String reference, String subject, Money value) {

  /** All cards among the units of a cancellation that are worth anything. */
  public static List<CardReturn> of(
      UUID cancellationId, Order order, Map<UUID, List<UnitRange>> units) {
    return order.lines().stream()
        .filter(line -> line.card().isPresent() && units.containsKey(line.id()))
        .map(
            line ->
                new CardReturn(
                    line.card().orElseThrow(),
                    subject(cancellationId) + line.id(),
                    PaymentStanding.value(order, line, units.getOrDefault(line.id(), List.of()))))
        .filter(card -> card.value().isPositive())
        .toList();
  }

  /** With what the subjects of all returns of a cancellation begin. */
  public static String subject(UUID cancellationId) {
    return cancellationId + ":";
  }

  /** What is to be booked on the card. */
  public CreditEntry entry(CreditAccount account, String actorId, Instant at) {
    return CreditEntry.of(account, CreditEntry.Kind.TAKEN_BACK, subject, value, actorId, at);
  }
}
