package org.countermand.refund.model;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.countermand.kernel.Money;
import org.countermand.order.model.DiscountShare;
import org.countermand.order.model.OrderLine;

/**
 * What becomes of discounts on goods that remain. How much of a discount is deducted depends only
 * on what remains, so cancellations may come in any order; and once nothing remains, all that was
 * deducted is given back.
 */
final class PromotionQuoting {

  private PromotionQuoting() {}

  /**
   * The deductions, one for each promotion on which something changes.
   *
   * @param available what comes back before them; they never take more
   */
  static List<QuotedDeduction> of(Taken taken, Standing standing, Money available) {
    List<QuotedDeduction> deductions = new ArrayList<>();
    Money left = available;
    PromotionEffect effect =
        Deductions.permitsClawBack(taken.order())
            ? standing.terms().promotions()
            : PromotionEffect.KEEP;
    for (Map.Entry<String, Money> promotion : thresholds(taken).entrySet()) {
      String code = promotion.getKey();
      Money zero = taken.order().zero();
      Money before = standing.retained(QuotedDeduction.Kind.PROMOTION, code, zero);
      Money after = lost(taken, code, promotion.getValue(), effect);
      Money deducted = after.minus(before).min(left);
      if (!deducted.isZero()) {
        deductions.add(
            new QuotedDeduction(QuotedDeduction.Kind.PROMOTION, code, deducted.negated()));
        left = left.minus(deducted);
      }
    }
    return deductions;
  }

  /** The promotions that were granted from a value of the goods on, and that value. */
  private static Map<String, Money> thresholds(Taken taken) {
    Map<String, Money> thresholds = new LinkedHashMap<>();
    taken.order().lines().stream()
        .flatMap(line -> line.discounts().stream())
        .forEach(
            share ->
                share
                    .threshold()
                    .ifPresent(
                        value ->
                            thresholds.merge(
                                share.code(), value, (a, b) -> a.compareTo(b) < 0 ? b : a)));
    return thresholds;
  }

  /** How much of a discount the goods that remain have lost. */
  private static Money lost(Taken taken, String code, Money threshold, PromotionEffect effect) {
    Money goods = taken.order().zero();
    Money discount = taken.order().zero();
    for (OrderLine line : taken.order().lines()) {
      goods = goods.plus(taken.rest(line, line.goods()));
      for (DiscountShare share : line.discounts()) {
        if (share.code().equals(code)) {
          discount = discount.minus(taken.rest(line, share.amount()));
        }
      }
    }
    if (goods.compareTo(threshold) >= 0) {
      return taken.order().zero();
    }
    return switch (effect) {
      case KEEP -> taken.order().zero();
      case CLAW_BACK -> discount;
      case PRORATE -> proportion(discount, threshold.minus(goods), threshold, taken.step());
    };
  }

  /** Rounded down, in the buyer's favour, to what can be paid. */
  private static Money proportion(Money total, Money part, Money whole, long step) {
    BigInteger exact =
        BigInteger.valueOf(total.minor())
            .multiply(BigInteger.valueOf(part.minor()))
            .divide(BigInteger.valueOf(whole.minor()));
    long minor = exact.longValueExact();
    return new Money(minor - minor % step, total.currency());
  }
}
