package org.countermand.tax.model;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.countermand.kernel.Money;
import org.countermand.order.model.PriceBasis;
import org.countermand.order.model.TaxLine;

/**
 * The tax in what is not paid back, in proportion to the tax as it was charged on what is undone,
 * per authority and rate; never from a rate. Several amounts withheld at once are rounded as their
 * sum is (half up), so that a whole price withheld contains exactly its tax. What is given back
 * later contains what was withheld before, by the same proportion and the last of it exactly.
 */
public final class Withholding {

  /**
   * What is to be withheld.
   *
   * @param code of the fee or the promotion
   * @param amount positive, or negative where something withheld before is given back. A fee is
   *     what the terms say: with its tax, or without where the treatment is {@link
   *     FeeTreatment#PRICE_NOT_REFUNDED}
   */
  public record Ask(Withheld.Kind kind, String code, Money amount) {}

  private final List<Withheld> before;
  private final List<Share> shares = new ArrayList<>();
  private final FeeTreatment treatment;
  private final Money none;
  private long gross;
  private long feeBase;
  private long promotions;
  private long fees;

  /** What is undone of one tax, and how much of it is withheld already. */
  private static final class Share {
    private final TaxLine tax;
    private final boolean inFees;
    private long taken;

    Share(TaxLine tax, boolean inFees) {
      this.tax = tax;
      this.inFees = inFees;
    }

    /** So much more of it; never more than there is. */
    TaxLine take(long wanted) {
      long left = Math.max(0, tax.amount().minor() - taken);
      long share = Math.min(Math.max(0, wanted), left);
      taken += share;
      return tax.of(new Money(share, tax.amount().currency()));
    }
  }

  private Withholding(
      FeeTreatment treatment,
      Predicate<TaxLine> bears,
      PriceBasis basis,
      List<ReversedItem> items,
      Money none,
      List<Withheld> before) {
    this.treatment = treatment;
    this.none = none;
    this.before = before;
    List<TaxLine> taxes = items.stream().flatMap(item -> item.taxes().stream()).toList();
    for (TaxLine tax : TaxReversal.summed(taxes)) {
      shares.add(new Share(tax, bears.test(tax)));
    }
    for (ReversedItem item : items) {
      gross += item.gross(basis).minor();
      feeBase += item.net(basis).minor();
    }
    if (treatment == FeeTreatment.TAX_INCLUDED) {
      for (Share share : shares) {
        feeBase += share.inFees ? share.tax.amount().minor() : 0;
      }
    }
  }

  /**
   * What is withheld, each with its tax, in the order asked.
   *
   * @param before everything that was withheld of this supply before
   */
  public static List<Withheld> of(
      Undoing undoing, Regime regime, List<Ask> asks, List<Withheld> before) {
    Supply supply = undoing.supply();
    return of(
        regime.feeTreatment(supply),
        regime::feeBears,
        supply.basis(),
        undoing.items(),
        asks,
        before);
  }

  /**
   * As {@link #of(Undoing, Regime, List, List)}, where the amount of a fee that bears tax on top
   * was kept with its tax inside.
   */
  static List<Withheld> inside(
      Undoing undoing, Regime regime, List<Ask> asks, List<Withheld> before) {
    return of(
        FeeTreatment.TAX_INCLUDED,
        regime::feeBears,
        undoing.supply().basis(),
        undoing.items(),
        asks,
        before);
  }

  static List<Withheld> of(
      FeeTreatment treatment,
      Predicate<TaxLine> bears,
      PriceBasis basis,
      List<ReversedItem> items,
      List<Ask> asks,
      List<Withheld> before) {
    if (asks.isEmpty()) {
      return List.of();
    }
    Money none = Money.zero(asks.get(0).amount().currency());
    Withholding withholding = new Withholding(treatment, bears, basis, items, none, before);
    List<Withheld> all = new ArrayList<>();
    for (Ask ask : asks) {
      all.add(withholding.withheld(ask));
    }
    return List.copyOf(all);
  }

  private Withheld withheld(Ask ask) {
    if (ask.kind() == Withheld.Kind.ROUNDING) {
      return new Withheld(ask.kind(), ask.code(), ask.amount(), List.of());
    }
    if (ask.amount().isNegative()) {
      return new Withheld(ask.kind(), ask.code(), ask.amount(), givenBack(ask));
    }
    if (ask.kind() == Withheld.Kind.PROMOTION) {
      long from = promotions;
      promotions += ask.amount().minor();
      return new Withheld(ask.kind(), ask.code(), ask.amount(), contained(from, promotions, gross));
    }
    return fee(ask);
  }

  private Withheld fee(Ask ask) {
    long from = fees;
    fees += ask.amount().minor();
    return switch (treatment) {
      case OUTSIDE_SCOPE -> new Withheld(ask.kind(), ask.code(), ask.amount(), List.of());
      case TAX_INCLUDED ->
          new Withheld(ask.kind(), ask.code(), ask.amount(), inFee(from, fees, false));
      case PRICE_NOT_REFUNDED -> {
        List<TaxLine> taxes = inFee(from, fees, true);
        Money onTop = taxes.stream().map(TaxLine::amount).reduce(none, Money::plus);
        yield new Withheld(ask.kind(), ask.code(), ask.amount().plus(onTop), taxes);
      }
    };
  }

  private List<TaxLine> contained(long from, long to, long whole) {
    return told(
        shares.stream()
            .map(share -> share.take(share(share, to, whole) - share(share, from, whole)))
            .toList());
  }

  /**
   * What a fee contains.
   *
   * @param onPrice whether what is refunded is rounded, and the fee's tax is the rest
   */
  private List<TaxLine> inFee(long from, long to, boolean onPrice) {
    List<TaxLine> taxes = new ArrayList<>();
    for (Share share : shares) {
      if (share.inFees) {
        long wanted =
            onPrice
                ? share(share, feeBase - from, feeBase) - share(share, feeBase - to, feeBase)
                : share(share, to, feeBase) - share(share, from, feeBase);
        taxes.add(share.take(wanted));
      }
    }
    return told(taxes);
  }

  private static long share(Share share, long part, long whole) {
    return whole == 0 ? 0 : Proportion.of(share.tax.amount().minor(), part, whole);
  }

  /** The inverse of what was withheld before under the code. */
  private List<TaxLine> givenBack(Ask ask) {
    List<Withheld> own =
        before.stream()
            .filter(part -> part.kind() == ask.kind() && part.code().equals(ask.code()))
            .toList();
    long kept = own.stream().mapToLong(part -> part.amount().minor()).sum();
    long back = Math.min(-ask.amount().minor(), kept);
    if (back <= 0) {
      return List.of();
    }
    return told(
        TaxReversal.summed(own.stream().flatMap(part -> part.taxes().stream()).toList()).stream()
            .map(
                tax ->
                    tax.of(
                        new Money(
                            -Proportion.of(tax.amount().minor(), back, kept), none.currency())))
            .toList());
  }

  private static List<TaxLine> told(List<TaxLine> taxes) {
    return taxes.stream().filter(tax -> !tax.amount().isZero()).toList();
  }
}
