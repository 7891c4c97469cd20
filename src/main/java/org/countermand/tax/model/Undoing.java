package org.countermand.tax.model;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.countermand.kernel.Finding;
import org.countermand.kernel.Money;
import org.countermand.order.model.Charge;
import org.countermand.order.model.FulfilmentStage;
import org.countermand.order.model.Order;
import org.countermand.order.model.OrderLine;
import org.countermand.order.model.PriceBasis;
import org.countermand.order.model.TaxLine;
import org.countermand.order.model.UnitRange;

/**
 * What a cancellation undoes of an order, as the tax rules see it.
 *
 * @param order as it was charged; where it told no tax, with the tax that is thought to be in it
 * @param supply of which something is undone
 * @param items one for each line and charge of which anything is undone
 * @param on the day at the place of the supply
 * @param circumstances whether nothing remains, and how old the order is
 */
public record Undoing(
    Order order,
    Supply supply,
    List<ReversedItem> items,
    LocalDate on,
    Circumstances circumstances) {

  public Undoing {
    items = List.copyOf(items);
  }

  /**
   * Undoes units and charges.
   *
   * @param seller the order's legal entity
   * @param units the very units of each line, as claimed
   * @param charges with what comes back of them
   * @param whole whether nothing of the order remains
   */
  public static Undoing of(
      Order told,
      Seller seller,
      Map<UUID, List<UnitRange>> units,
      List<UndoneCharge> charges,
      boolean whole,
      Instant at) {
    TaxPlace place = TaxPlace.of(told);
    String scheme = Regimes.of(place.place()).scheme(place.place(), told.buyer(), seller);
    return of(told, place, scheme, units, charges, whole, at);
  }

  /** Undoes units and charges, as far as that does not depend on who sold them: under no scheme. */
  public static Undoing of(
      Order told,
      Map<UUID, List<UnitRange>> units,
      List<UndoneCharge> charges,
      boolean whole,
      Instant at) {
    return of(told, TaxPlace.of(told), "", units, charges, whole, at);
  }

  private static Undoing of(
      Order told,
      TaxPlace place,
      String scheme,
      Map<UUID, List<UnitRange>> units,
      List<UndoneCharge> charges,
      boolean whole,
      Instant at) {
    Regime regime = Regimes.of(place.place());
    LocalDate ordered = LocalDate.ofInstant(told.placedAt(), regime.zone(place.place()));
    List<Finding> findings = new ArrayList<>(place.doubt().stream().toList());
    Optional<Order> reckoned = TaxFromRates.of(told, regime.rates(place.place(), ordered));
    reckoned.ifPresent(any -> findings.add(TaxFromRates.finding(place.place())));
    Order order = reckoned.orElse(told);
    return new Undoing(
        order,
        supply(order, place, scheme, ordered, findings),
        items(order, units, charges),
        LocalDate.ofInstant(at, regime.zone(place.place())),
        new Circumstances(whole, Optional.of(Duration.between(told.placedAt(), at))));
  }

  /** The reversal, once it is known what is withheld. */
  public Reversal reversal(List<Withheld> withheld, Money credited) {
    return new Reversal(supply, items, withheld, on, credited, circumstances);
  }

  private static Supply supply(
      Order order, TaxPlace place, String scheme, LocalDate ordered, List<Finding> findings) {
    return new Supply(
        order.id(),
        order.channelNumber(),
        order.legalEntity(),
        place.place(),
        order.priceBasis(),
        order.currency(),
        order.invoice(),
        ordered,
        order.buyer(),
        order.stage().compareTo(FulfilmentStage.HANDED_OVER) >= 0,
        scheme,
        findings);
  }

  private static List<ReversedItem> items(
      Order order, Map<UUID, List<UnitRange>> units, List<UndoneCharge> charges) {
    List<ReversedItem> items = new ArrayList<>();
    for (OrderLine line : order.lines()) {
      List<UnitRange> undone = units.getOrDefault(line.id(), List.of());
      if (!undone.isEmpty()) {
        items.add(item(order, line, undone));
      }
    }
    for (UndoneCharge undone : charges) {
      order.charges().stream()
          .filter(charge -> charge.id().equals(undone.chargeId()))
          .forEach(charge -> items.add(item(order, charge, undone)));
    }
    return items;
  }

  private static ReversedItem item(Order order, OrderLine line, List<UnitRange> units) {
    long step = order.shareStep();
    Money amount = share(line.goods(), units, line.quantity(), step);
    for (var discount : line.discounts()) {
      amount = amount.plus(share(discount.amount(), units, line.quantity(), step));
    }
    return new ReversedItem(
        line.id(),
        Optional.empty(),
        line.position(),
        line.sku(),
        line.description(),
        units.stream().mapToInt(UnitRange::count).sum(),
        amount,
        TaxReversal.shares(
            line.taxes(), units, line.quantity(), order.priceBasis() == PriceBasis.NET ? step : 1));
  }

  private static Money share(Money total, List<UnitRange> units, int quantity, long step) {
    long grain = total.minor() % step == 0 ? step : 1;
    return units.stream()
        .map(range -> range.shareOf(total, quantity, grain))
        .reduce(Money.zero(total.currency()), Money::plus);
  }

  /** Tax that was reckoned is in the order's charge, and comes back as its amount does. */
  private static ReversedItem item(Order order, Charge charge, UndoneCharge undone) {
    List<TaxLine> taxes = undone.taxes();
    if (taxes.isEmpty() && charge.amount().minor() != 0) {
      taxes =
          charge.taxes().stream()
              .map(
                  tax ->
                      tax.of(
                          new Money(
                              Proportion.of(
                                  tax.amount().minor(),
                                  undone.amount().minor(),
                                  charge.amount().minor()),
                              order.currency())))
              .toList();
    }
    return new ReversedItem(
        charge.id(),
        Optional.of(charge.kind()),
        0,
        "",
        charge.kind().name(),
        1,
        undone.amount(),
        taxes);
  }
}
