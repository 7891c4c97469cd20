package org.countermand.platform.access;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.countermand.kernel.Actor;

/** What a guest's proof opens: one order of one shop. */
public record Grant(UUID orderId, String shop) {

  /** The customer that the bearer of this proof is. */
  public Actor.Customer customer() {
    return new Actor.Customer(orderId, shop);
  }

  String[] fields() {
    return new String[] {orderId.toString(), shop};
  }

  static Optional<Grant> of(List<String> fields) {
    return fields.size() == 2
        ? Optional.of(new Grant(UUID.fromString(fields.get(0)), fields.get(1)))
        : Optional.empty();
  }
}
