package org.countermand.refund.model;

import java.util.List;
import java.util.Map;
import org.countermand.order.model.Charge;

/**
 * On what terms a shop gives money back: data, in revisions that are added and never changed. The
 * terms of an order are those that were in force when it was placed, so they cannot change between
 * two cancellations of it.
 *
 * @param charges when charges come back; with the last units where a kind is not named
 * @param fees in the order in which they are deducted
 */
public record Terms(
    Map<Charge.Kind, ChargeReturn> charges, PromotionEffect promotions, List<FeeRule> fees) {

  /** Nothing is kept, and what was charged for units comes back with them. */
  public static final Terms USUAL =
      new Terms(
          Map.of(
              Charge.Kind.DUTY, ChargeReturn.WITH_UNITS,
              Charge.Kind.GIFT_WRAP, ChargeReturn.WITH_UNITS,
              Charge.Kind.ROUNDING, ChargeReturn.WITH_UNITS),
          PromotionEffect.KEEP,
          List.of());

  public Terms {
    charges = Map.copyOf(charges);
    fees = List.copyOf(fees);
  }

  /** The same terms with those fees only that a promise told of. */
  public Terms asPromised(Quotation promise) {
    return new Terms(
        charges,
        promotions,
        fees.stream()
            .filter(
                fee ->
                    promise.deductions().stream()
                        .filter(told -> told.kind() == QuotedDeduction.Kind.FEE)
                        .anyMatch(told -> told.code().equals(fee.code())))
            .toList());
  }

  ChargeReturn of(Charge.Kind kind) {
    return charges.getOrDefault(kind, ChargeReturn.WHEN_NOTHING_REMAINS);
  }
}
