package org.countermand.refund.model;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.countermand.kernel.Money;
import org.countermand.order.model.Charge;
import org.countermand.order.model.FulfilmentStage;
import org.countermand.order.model.ItemClass;

/**
 * Writes terms as text and reads them back: one thing a line, its parts apart by tabs.
 *
 * <pre>
 * charge      DUTY     WITH_UNITS
 * promotions  CLAW_BACK
 * fee         RESTOCK  PERCENT 1000       10.00 EUR  PICKING  GOODS  disclosed  -
 * fee         HANDLING FLAT    2.50 EUR   -          PACKED   -      disclosed  reciprocal
 * </pre>
 *
 * The parts of a fee: code, how, how much, cap, from which stage, item class, whether disclosed,
 * whether reciprocal.
 */
public final class TermsText {

  private static final String NONE = "-";

  private TermsText() {}

  /**
   * Reads terms.
   *
   * @throws IllegalArgumentException for anything that it does not know: terms that are read only
   *     in part would give back too much or too little
   */
  public static Terms read(String text) {
    Map<Charge.Kind, ChargeReturn> charges = new EnumMap<>(Charge.Kind.class);
    List<FeeRule> fees = new ArrayList<>();
    Optional<PromotionEffect> promotions = Optional.empty();
    for (String line : text.lines().toList()) {
      String[] part = line.split("\t", -1);
      switch (part[0] + part.length) {
        case "charge3" -> charges.put(Charge.Kind.valueOf(part[1]), ChargeReturn.valueOf(part[2]));
        case "promotions2" -> promotions = Optional.of(PromotionEffect.valueOf(part[1]));
        case "fee9" -> fees.add(fee(part));
        default -> throw new IllegalArgumentException("No terms: " + line);
      }
    }
    return new Terms(
        charges,
        promotions.orElseThrow(() -> new IllegalArgumentException("No word on promotions")),
        fees);
  }

  /** What {@link #read} reads. */
  public static String of(Terms terms) {
    StringBuilder text = new StringBuilder();
    new EnumMap<>(terms.charges()).forEach((kind, when) -> row(text, "charge", kind, when));
    row(text, "promotions", terms.promotions());
    for (FeeRule fee : terms.fees()) {
      row(
          text,
          "fee",
          fee.code(),
          fee.amount() instanceof FeeRule.Flat ? "FLAT" : "PERCENT",
          fee.amount() instanceof FeeRule.Flat flat
              ? flat.money()
              : ((FeeRule.Percent) fee.amount()).basisPoints(),
          fee.cap().map(Money::toString).orElse(NONE),
          fee.fromStage(),
          fee.itemClass().map(ItemClass::name).orElse(NONE),
          fee.disclosed() ? "disclosed" : NONE,
          fee.reciprocal() ? "reciprocal" : NONE);
    }
    return text.toString();
  }

  private static FeeRule fee(String[] part) {
    return new FeeRule(
        part[1],
        switch (part[2]) {
          case "FLAT" -> new FeeRule.Flat(Money.parse(part[3]));
          case "PERCENT" -> new FeeRule.Percent(Integer.parseInt(part[3]));
          default -> throw new IllegalArgumentException("No fee: " + part[2]);
        },
        present(part[4]).map(Money::parse),
        FulfilmentStage.valueOf(part[5]),
        present(part[6]).map(ItemClass::valueOf),
        flag(part[7], "disclosed"),
        flag(part[8], "reciprocal"));
  }

  private static Optional<String> present(String text) {
    return text.equals(NONE) ? Optional.empty() : Optional.of(text);
  }

  private static boolean flag(String text, String word) {
    if (!text.equals(word) && !text.equals(NONE)) {
      throw new IllegalArgumentException("Neither " + word + " nor " + NONE + ": " + text);
    }
    return text.equals(word);
  }

  private static void row(StringBuilder text, String word, Object... parts) {
    text.append(word);
    for (Object part : parts) {
      text.append('\t').append(part);
    }
    text.append('\n');
  }
}
