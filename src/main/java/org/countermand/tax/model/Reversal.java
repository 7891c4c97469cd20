package org.countermand.tax.model;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.countermand.kernel.Money;
import org.countermand.order.model.TaxLine;

/**
 * One undoing of a part of a supply: what a {@link Regime} rules on.
 *
 * @param on the day, at the place of the supply, on which it is undone
 * @param credited total of all documents that were issued for the supply before, tax included
 * @param circumstances what some services of tax offices ask beside that
 */
public record Reversal(
    Supply supply,
    List<ReversedItem> items,
    List<Withheld> withheld,
    LocalDate on,
    Money credited,
    Circumstances circumstances) {

  /** A reversal of which no more is known. */
  public Reversal(
      Supply supply,
      List<ReversedItem> items,
      List<Withheld> withheld,
      LocalDate on,
      Money credited) {
    this(supply, items, withheld, on, credited, Circumstances.UNKNOWN);
  }

  public Reversal {
    items = List.copyOf(items);
    withheld = List.copyOf(withheld);
  }

  /** Tax that was charged on what is undone, per authority and rate: the ledger's truth. */
  public List<TaxLine> charged() {
    return TaxReversal.summed(items.stream().flatMap(item -> item.taxes().stream()).toList());
  }

  /**
   * Tax that comes back, per authority and rate: what was charged less what is contained in a
   * discount that is taken back or in a price that is not refunded.
   */
  public List<TaxLine> reversed() {
    Stream<TaxLine> kept =
        withheld.stream()
            .flatMap(part -> part.taxes().stream())
            .map(tax -> tax.of(tax.amount().negated()));
    return TaxReversal.summed(Stream.concat(charged().stream(), kept).toList());
  }

  /** What was paid for what is undone, tax included. */
  public Money gross() {
    return items.stream().map(item -> item.gross(supply.basis())).reduce(zero(), Money::plus);
  }

  /** What the buyer gets: all of it less what is withheld. */
  public Money repaid() {
    return withheld.stream().map(Withheld::amount).reduce(gross(), Money::minus);
  }

  /** Whether this undoes, at once, everything that was bought. */
  public boolean isWhole() {
    return circumstances.whole() && credited.isZero();
  }

  public Money zero() {
    return Money.zero(supply.currency());
  }
}
