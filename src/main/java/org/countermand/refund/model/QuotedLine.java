package org.countermand.refund.model;

import java.util.List;
import java.util.UUID;
import org.countermand.kernel.Money;
import org.countermand.order.model.TaxLine;
import org.countermand.order.model.UnitRange;

/**
 * What comes back for units of one line.
 *
 * @param units the very units, lowest free first
 * @param goods their share of the price before discounts
 * @param discounts their share of the discounts, negative or zero
 * @param taxes their share of the tax, contained in {@code goods} or on top after the price basis
 * @param total what the buyer gets for them
 */
public record QuotedLine(
    UUID lineId,
    int position,
    String sku,
    List<UnitRange> units,
    Money goods,
    Money discounts,
    List<TaxLine> taxes,
    Money total) {
  public QuotedLine {
    units = List.copyOf(units);
    taxes = List.copyOf(taxes);
  }

  QuotedLine withoutUnits() {
    return new QuotedLine(lineId, position, sku, List.of(), goods, discounts, taxes, total);
  }

  public int count() {
    return units.stream().mapToInt(UnitRange::count).sum();
  }
}
