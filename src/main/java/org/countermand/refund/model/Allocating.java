package org.countermand.refund.model;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.countermand.kernel.Decision;
import org.countermand.kernel.Finding;
import org.countermand.kernel.Money;
import org.countermand.kernel.ReasonCode;
import org.countermand.order.model.Order;
import org.countermand.order.model.Tender;
import org.countermand.payment.model.PartKind;
import org.countermand.payment.model.TenderAccount;
import org.countermand.payment.model.Way;

/** Lays what comes back on the tenders of an order, each up to what it can still give back. */
final class Allocating {

  /**
   * Days that banks customarily need: to lift a reservation, to book a refund. Credit is at once.
   */
  private static final Map<PartKind, Integer> CUSTOMARY_DAYS =
      Map.of(
          PartKind.VOID, 7,
          PartKind.CEILING, 7,
          PartKind.REFUND, 10,
          PartKind.CREDIT, 0,
          PartKind.LAPSED, 0,
          PartKind.LAPSING, 7);

  /** Days for which networks let a shop reserve at most, extended reservations included. */
  private static final int LONGEST_RESERVATION = 30;

  private Allocating() {}

  /**
   * Lays an amount on tenders.
   *
   * @param standing with the accounts in the order in which they give; tenders without one come
   *     last, as paid
   */
  static Decision<List<QuotedTender>> onTenders(
      Order order, Standing standing, Money total, Instant at) {
    List<QuotedTender> tenders = new ArrayList<>();
    Money missing = total;
    LocalDate today = LocalDate.ofInstant(at, ZoneOffset.UTC);
    for (TenderAccount account : all(order, standing.accounts())) {
      Tender tender = tender(order, account).orElseThrow();
      Money amount = missing.min(account.remaining());
      if (amount.isPositive()) {
        for (Way way : account.waysFor(amount, standing.able(account))) {
          tenders.add(
              new QuotedTender(
                  tender.id(),
                  tender.position(),
                  tender.label(),
                  way.kind(),
                  way.amount(),
                  expected(order, way.kind(), today)));
        }
        missing = missing.minus(amount);
      }
    }
    return missing.isPositive()
        ? Decision.no(Finding.of(ReasonCode.PAYMENT_CHANGED, "missing", missing))
        : Decision.yes(List.copyOf(tenders));
  }

  private static LocalDate expected(Order order, PartKind kind, LocalDate today) {
    LocalDate customary = today.plusDays(CUSTOMARY_DAYS.getOrDefault(kind, 10));
    LocalDate lapsed =
        LocalDate.ofInstant(order.placedAt(), ZoneOffset.UTC).plusDays(LONGEST_RESERVATION);
    return kind == PartKind.LAPSING && lapsed.isAfter(customary) ? lapsed : customary;
  }

  private static List<TenderAccount> all(Order order, List<TenderAccount> accounts) {
    Stream<TenderAccount> unknown =
        order.tenders().stream()
            .filter(t -> accounts.stream().noneMatch(a -> a.tenderId().equals(t.id())))
            .map(t -> TenderAccount.opened(order.id(), t));
    return Stream.concat(accounts.stream(), unknown)
        .filter(account -> tender(order, account).isPresent())
        .toList();
  }

  private static Optional<Tender> tender(Order order, TenderAccount account) {
    return order.tenders().stream().filter(t -> t.id().equals(account.tenderId())).findFirst();
  }
}
