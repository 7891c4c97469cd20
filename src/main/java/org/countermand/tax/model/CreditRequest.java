package org.countermand.tax.model;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.countermand.kernel.Money;
import org.countermand.order.model.Order;
import org.countermand.order.model.UnitRange;

/**
 * The wish for a credit document for what was executed.
 *
 * @param cancellationId what it is for; asking twice gives the same document
 * @param order with all claims on it
 * @param units the very units of each line
 * @param charges with what came back of them
 * @param asks what was withheld, as it was quoted
 * @param repaid what the buyer got: what the document must come to
 */
public record CreditRequest(
    UUID cancellationId,
    Order order,
    Map<UUID, List<UnitRange>> units,
    List<UndoneCharge> charges,
    List<Withholding.Ask> asks,
    Money repaid,
    Instant at) {
  public CreditRequest {
    units = Map.copyOf(units);
    charges = List.copyOf(charges);
    asks = List.copyOf(asks);
  }
}
