package org.countermand.refund.model;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.countermand.kernel.Decision;
import org.countermand.kernel.Finding;
import org.countermand.kernel.Money;
import org.countermand.kernel.ReasonCode;
import org.countermand.order.model.Ask;
import org.countermand.order.model.Charge;
import org.countermand.order.model.Order;
import org.countermand.order.model.OrderLine;
import org.countermand.order.model.PriceBasis;
import org.countermand.order.model.TaxLine;
import org.countermand.order.model.UnitRange;
import org.countermand.payment.model.CurrencyProfiles;
import org.countermand.payment.model.PartKind;
import org.countermand.payment.model.TenderAccount;
import org.countermand.tax.model.TaxReversal;

/**
 * Computes quotations. Goods, discounts and tax come back by frozen unit shares; charges come back
 * whole when nothing of the order remains; the total is laid on the tenders in their order, each up
 * to what it can still give back.
 */
public final class Quoting {

  /** How long a quotation binds. */
  public static final Duration VALIDITY = Duration.ofMinutes(30);

  /** Days that banks customarily need: to lift a reservation, to book a refund. */
  private static final Map<PartKind, Integer> CUSTOMARY_DAYS =
      Map.of(PartKind.VOID, 7, PartKind.CEILING, 7, PartKind.REFUND, 10);

  private Quoting() {}

  /**
   * Quotes.
   *
   * @param asks checked by eligibility: known lines, positive, at most the free units
   * @param accounts of all the order's tenders
   */
  public static Decision<Quotation> quote(
      UUID id, Order order, List<Ask> asks, List<TenderAccount> accounts, Instant at) {
    long step = order.shareStep();
    List<QuotedLine> lines = new ArrayList<>();
    for (Ask ask : asks) {
      order
          .line(ask.lineId())
          .map(line -> quoted(order, line, free(line, ask.units()), step))
          .ifPresent(lines::add);
    }
    lines.sort(Comparator.comparingInt(QuotedLine::position));
    return assemble(id, order, lines, accounts, at).then(quotation -> payable(order, quotation));
  }

  /** What no gateway could pay is not promised. */
  private static Decision<Quotation> payable(Order order, Quotation quotation) {
    List<Finding> findings = new ArrayList<>();
    for (QuotedTender quoted : quotation.tenders()) {
      order.tenders().stream()
          .filter(tender -> tender.id().equals(quoted.tenderId()))
          .flatMap(t -> CurrencyProfiles.refusal(t.gateway(), quoted.amount()).stream())
          .forEach(findings::add);
    }
    return findings.isEmpty() ? Decision.yes(quotation) : Decision.no(findings);
  }

  /**
   * Quotes for units that are already claimed, when a warehouse could hold only these. It is owed,
   * so nothing is refused for how it can be paid; what the gateway then refuses a person pays.
   */
  public static Decision<Quotation> quoteHeld(
      UUID id,
      Order order,
      Map<UUID, List<UnitRange>> held,
      List<TenderAccount> accounts,
      Instant at) {
    long step = order.shareStep();
    List<QuotedLine> lines =
        order.lines().stream()
            .filter(line -> !held.getOrDefault(line.id(), List.of()).isEmpty())
            .map(line -> quoted(order, line, held.getOrDefault(line.id(), List.of()), step))
            .toList();
    return assemble(id, order, lines, accounts, at);
  }

  private static Decision<Quotation> assemble(
      UUID id, Order order, List<QuotedLine> lines, List<TenderAccount> accounts, Instant at) {
    List<QuotedCharge> charges = nothingRemains(order, lines) ? charges(order) : List.of();
    Money total = lines.stream().map(QuotedLine::total).reduce(order.zero(), Money::plus);
    Money all = charges.stream().map(QuotedCharge::total).reduce(total, Money::plus);
    return onTenders(order, accounts, all, at)
        .map(
            tenders ->
                new Quotation(id, order.id(), at, at.plus(VALIDITY), lines, charges, tenders, all));
  }

  private static List<UnitRange> free(OrderLine line, int units) {
    return line.claims().lowestFree(units, line.quantity());
  }

  private static QuotedLine quoted(Order order, OrderLine line, List<UnitRange> ranges, long step) {
    Money goods = share(line.goods(), ranges, line.quantity(), step);
    Money discounts =
        line.discounts().stream()
            .map(discount -> share(discount.amount(), ranges, line.quantity(), step))
            .reduce(order.zero(), Money::plus);
    boolean net = order.priceBasis() == PriceBasis.NET;
    // Tax that is contained in the price is told, not paid, and so need not be payable by itself.
    List<TaxLine> taxes = TaxReversal.shares(line.taxes(), ranges, line.quantity(), net ? step : 1);
    Money total = goods.plus(discounts);
    if (net) {
      total = taxes.stream().map(TaxLine::amount).reduce(total, Money::plus);
    }
    return new QuotedLine(
        line.id(), line.position(), line.sku(), ranges, goods, discounts, taxes, total);
  }

  private static Money share(Money total, List<UnitRange> ranges, int quantity, long step) {
    return ranges.stream()
        .map(range -> range.shareOf(total, quantity, step))
        .reduce(Money.zero(total.currency()), Money::plus);
  }

  /**
   * Whether these units are the last. Units that this very cancellation has claimed count as its
   * own, so that a quotation for held units comes to the same answer as the one before the claim.
   */
  private static boolean nothingRemains(Order order, List<QuotedLine> lines) {
    return order.lines().stream()
        .allMatch(
            line -> {
              List<UnitRange> mine =
                  lines.stream()
                      .filter(quoted -> quoted.lineId().equals(line.id()))
                      .flatMap(quoted -> quoted.units().stream())
                      .toList();
              int others =
                  line.claims().ranges().stream()
                      .filter(claim -> mine.stream().noneMatch(r -> r.overlaps(claim.units())))
                      .mapToInt(claim -> claim.units().count())
                      .sum();
              return others + mine.stream().mapToInt(UnitRange::count).sum() >= line.quantity();
            });
  }

  private static List<QuotedCharge> charges(Order order) {
    return order.charges().stream()
        .filter(charge -> !charge.claimed() && refundable(charge))
        .map(
            charge ->
                new QuotedCharge(
                    charge.id(),
                    charge.kind(),
                    charge.amount(),
                    charge.taxes(),
                    charge.total(order.priceBasis())))
        .toList();
  }

  /** Before dispatch nothing was delivered, so every charge comes back, the surplus included. */
  private static boolean refundable(Charge charge) {
    return charge.amount().isPositive();
  }

  private static Decision<List<QuotedTender>> onTenders(
      Order order, List<TenderAccount> accounts, Money total, Instant at) {
    List<QuotedTender> tenders = new ArrayList<>();
    Money missing = total;
    LocalDate today = LocalDate.ofInstant(at, ZoneOffset.UTC);
    for (var tender : order.tenders()) {
      TenderAccount account =
          accounts.stream()
              .filter(a -> a.tenderId().equals(tender.id()))
              .findFirst()
              .orElseGet(() -> TenderAccount.opened(order.id(), tender));
      Money amount = missing.min(account.remaining());
      if (amount.isPositive()) {
        PartKind kind = account.kindFor(amount);
        tenders.add(
            new QuotedTender(
                tender.id(),
                tender.position(),
                tender.label(),
                kind,
                amount,
                today.plusDays(CUSTOMARY_DAYS.getOrDefault(kind, 10))));
        missing = missing.minus(amount);
      }
    }
    return missing.isPositive()
        ? Decision.no(Finding.of(ReasonCode.PAYMENT_CHANGED, "missing", missing))
        : Decision.yes(List.copyOf(tenders));
  }
}
