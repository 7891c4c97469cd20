package org.countermand.it;

import java.util.Map;
import org.countermand.payment.model.PartKind;
import org.countermand.sandbox.shop.Shop.PlacedOrder;

/**
 * A cancellation that was asked for, and what must have happened exactly once when it is over.
 *
 * @param id the cancellation
 * @param email where its letters go; no other order has it
 * @param kind how the money goes back
 * @param amount what goes back, in minor units
 * @param units by SKU, what returns to free stock
 */
record Asked(
    String id,
    PlacedOrder order,
    String email,
    PartKind kind,
    long amount,
    Map<String, Integer> units) {}
