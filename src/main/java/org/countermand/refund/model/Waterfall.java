package org.countermand.refund.model;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.countermand.order.model.Order;
import org.countermand.order.model.Tender;

/**
 * In which order the tenders of an order give money back. It depends on what was told at intake
 * only, so that it is the same whenever it is asked. Where two tenders are alike, the one that was
 * named first gives first.
 */
public enum Waterfall {

  /**
   * Gift cards and store credit first, as paid with; then what was only promised, because it costs
   * nobody anything to give up; then the newest capture first, because what was just taken is the
   * most surely still to be had.
   */
  CREDIT_FIRST,

  /** As the buyer paid: the first tender first. */
  AS_PAID,

  /** Real money before credit; among each as in {@link #CREDIT_FIRST}. */
  CARDS_FIRST;

  /** The order's tenders, the one that gives first in front. */
  public List<Tender> order(Order order) {
    return order.tenders().stream().sorted(comparator(order.placedAt())).toList();
  }

  private Comparator<Tender> comparator(Instant placedAt) {
    Comparator<Tender> asPaid = Comparator.comparingInt(Tender::position);
    Comparator<Tender> newestFirst =
        Comparator.comparing((Tender tender) -> captured(tender, placedAt)).reversed();
    Comparator<Tender> cardsFirst = Comparator.comparing(tender -> tender.kind().credit());
    return switch (this) {
      case AS_PAID -> asPaid;
      case CREDIT_FIRST -> cardsFirst.reversed().thenComparing(newestFirst).thenComparing(asPaid);
      case CARDS_FIRST -> cardsFirst.thenComparing(newestFirst).thenComparing(asPaid);
    };
  }

  /** Credit keeps the order in which it was paid with; what is not taken counts as the newest. */
  private static Instant captured(Tender tender, Instant placedAt) {
    return tender.kind().credit()
        ? Instant.EPOCH
        : tender.lastCaptured(placedAt).orElse(Instant.MAX);
  }
}
