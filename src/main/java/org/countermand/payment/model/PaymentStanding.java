package org.countermand.payment.model;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.countermand.kernel.Finding;
import org.countermand.kernel.Money;
import org.countermand.kernel.ReasonCode;
import org.countermand.order.model.Ask;
import org.countermand.order.model.Order;
import org.countermand.order.model.OrderLine;
import org.countermand.order.model.UnitRange;

/**
 * How an order's payments stand now, and what is left on gift cards that were bought with it.
 *
 * @param states of its tenders
 * @param cards what is left on each card, by its token
 */
public record PaymentStanding(Set<TenderState> states, Map<String, Money> cards) {
  public PaymentStanding {
    states = Set.copyOf(states);
    cards = Map.copyOf(cards);
  }

  /** Of an order that no gift card was bought with. */
  public static PaymentStanding of(Set<TenderState> states) {
    return new PaymentStanding(states, Map.of());
  }

  /**
   * Of an order.
   *
   * @param credit what is on a card, if the card is known
   */
  public static PaymentStanding of(
      Order order, Set<TenderState> states, Function<String, Optional<Credit>> credit) {
    Map<String, Money> cards = new HashMap<>();
    order.lines().stream()
        .flatMap(line -> line.card().stream())
        .sorted()
        .distinct()
        .forEach(card -> credit.apply(card).ifPresent(known -> cards.put(card, known.balance())));
    return new PaymentStanding(states, cards);
  }

  /** What is left on the card that a line is; nothing where it is none, or where it is unknown. */
  public Optional<Money> left(OrderLine line) {
    return line.card().map(card -> cards.getOrDefault(card, zero(line)));
  }

  /** The units that may be cancelled: the free ones, of cards so many as are still worth it. */
  public int free(Order order, OrderLine line) {
    return left(line).map(balance -> covered(order, line, balance)).orElse(line.free());
  }

  /** The standing after units of a line were cancelled: less is left on the card. */
  public PaymentStanding without(Order order, OrderLine line, int units) {
    if (line.card().isEmpty()) {
      return this;
    }
    Map<String, Money> less = new HashMap<>(cards);
    less.put(line.card().get(), left(line).orElseThrow().minus(value(order, line, units)));
    return new PaymentStanding(states, less);
  }

  /** Of the lines asked for, those whose card is spent so far that it does not cover them. */
  public List<Finding> uncovered(Order order, List<Ask> asks) {
    List<Finding> findings = new ArrayList<>();
    PaymentStanding standing = this;
    for (Ask ask : asks) {
      OrderLine line = order.line(ask.lineId()).orElseThrow();
      if (ask.units() > standing.free(order, line) && line.card().isPresent()) {
        findings.add(standing.spent(line));
      } else {
        standing = standing.without(order, line, ask.units());
      }
    }
    return findings;
  }

  /** That a card is spent, and what is left. */
  public Finding spent(OrderLine line) {
    return Finding.of(
        ReasonCode.GIFT_CARD_SPENT, "balance", left(line).orElseGet(() -> zero(line)));
  }

  /** The face value of units of a card's line, which is what its holder could buy for. */
  public static Money value(Order order, OrderLine line, List<UnitRange> units) {
    return units.stream()
        .map(range -> range.shareOf(line.goods(), line.quantity(), order.shareStep()))
        .reduce(order.zero(), Money::plus);
  }

  private static Money value(Order order, OrderLine line, int units) {
    return value(order, line, line.claims().lowestFree(units, line.quantity()));
  }

  /** The most free units, lowest first, whose value is on the card; their value never falls. */
  private static int covered(Order order, OrderLine line, Money balance) {
    int most = line.free();
    int least = 0;
    while (least < most) {
      int middle = (least + most + 1) >>> 1;
      if (value(order, line, middle).compareTo(balance) <= 0) {
        least = middle;
      } else {
        most = middle - 1;
      }
    }
    return least;
  }

  private static Money zero(OrderLine line) {
    return Money.zero(line.goods().currency());
  }
}
