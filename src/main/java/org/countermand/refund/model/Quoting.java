package org.countermand.refund.model;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.countermand.kernel.Decision;
import org.countermand.kernel.Finding;
import org.countermand.kernel.Money;
import org.countermand.order.model.Ask;
import org.countermand.order.model.Order;
import org.countermand.order.model.OrderLine;
import org.countermand.order.model.PriceBasis;
import org.countermand.order.model.TaxLine;
import org.countermand.order.model.UnitRange;
import org.countermand.payment.model.CurrencyProfiles;
import org.countermand.tax.model.TaxReversal;

/**
 * Computes quotations. Goods, discounts and tax come back by frozen unit shares; charges with the
 * units or with the last of them; promotions and fees are deducted as the order's {@link Terms} ask
 * and the law permits; the total is laid on the tenders as {@link Allocating} says.
 *
 * <p>Over all cancellations of an order, what came back and what was kept sum to what was charged,
 * per line, charge, tax and tender; no quotation comes to less than nothing.
 */
public final class Quoting {

  /** How long a quotation binds. */
  public static final Duration VALIDITY = Duration.ofMinutes(30);

  private Quoting() {}

  /**
   * Quotes.
   *
   * @param asks checked by eligibility: known lines, positive, at most the free units
   */
  public static Decision<Quotation> quote(
      UUID id, Order order, List<Ask> asks, Standing standing, Instant at) {
    Map<UUID, List<UnitRange>> units = new LinkedHashMap<>();
    for (Ask ask : asks) {
      order
          .line(ask.lineId())
          .map(line -> line.claims().lowestFree(ask.units(), line.quantity()))
          .ifPresent(free -> units.put(ask.lineId(), free));
    }
    return assemble(id, Taken.of(order, units), standing, at)
        .then(quotation -> payable(order, quotation));
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
   *
   * @param standing without what this very cancellation has retained
   */
  public static Decision<Quotation> quoteHeld(
      UUID id, Order order, Map<UUID, List<UnitRange>> held, Standing standing, Instant at) {
    return assemble(id, Taken.of(order, held), standing, at);
  }

  private static Decision<Quotation> assemble(UUID id, Taken taken, Standing standing, Instant at) {
    Order order = taken.order();
    List<QuotedLine> lines = taken.lines().stream().map(line -> quoted(taken, line)).toList();
    List<QuotedCharge> charges = ChargeQuoting.of(taken, standing.terms());
    Money paid = lines.stream().map(QuotedLine::total).reduce(order.zero(), Money::plus);
    Money gross = charges.stream().map(QuotedCharge::total).reduce(paid, Money::plus);
    List<QuotedDeduction> deductions = deductions(taken, standing, charges, gross, at);
    Money total = sum(gross, deductions);
    return Allocating.onTenders(order, standing, total, at)
        .map(
            tenders ->
                new Quotation(
                    id,
                    order.id(),
                    at,
                    at.plus(VALIDITY),
                    lines,
                    charges,
                    deductions,
                    tenders,
                    total));
  }

  private static List<QuotedDeduction> deductions(
      Taken taken, Standing standing, List<QuotedCharge> charges, Money gross, Instant at) {
    Money nothing = taken.order().zero();
    Money available = gross.isNegative() ? nothing : gross;
    List<QuotedDeduction> all = new ArrayList<>(PromotionQuoting.of(taken, standing, available));
    all.addAll(RoundingQuoting.of(taken, standing, sum(gross, all)));
    if (all.isEmpty() && standing.terms().fees().isEmpty()) {
      return all;
    }
    DeductionTaxes taxes = DeductionTaxes.of(taken, charges, standing, at);
    all.addAll(FeeQuoting.of(taken, standing, taxes, all, sum(gross, all), at));
    return taxes.in(all);
  }

  private static Money sum(Money before, List<QuotedDeduction> deductions) {
    return deductions.stream().map(QuotedDeduction::amount).reduce(before, Money::plus);
  }

  private static QuotedLine quoted(Taken taken, OrderLine line) {
    Order order = taken.order();
    Money goods = taken.share(line, line.goods());
    Money discounts =
        line.discounts().stream()
            .map(discount -> taken.share(line, discount.amount()))
            .reduce(order.zero(), Money::plus);
    boolean net = order.priceBasis() == PriceBasis.NET;
    // Tax that is contained in the price is told, not paid, and so need not be payable by itself.
    List<TaxLine> taxes =
        TaxReversal.shares(line.taxes(), taken.of(line), line.quantity(), net ? taken.step() : 1);
    Money total = goods.plus(discounts);
    if (net) {
      total = taxes.stream().map(TaxLine::amount).reduce(total, Money::plus);
    }
    return new QuotedLine(
        line.id(), line.position(), line.sku(), taken.of(line), goods, discounts, taxes, total);
  }
}
