package org.countermand.refund.model;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import org.countermand.kernel.Decision;
import org.countermand.kernel.Ids;
import org.countermand.kernel.Money;
import org.countermand.order.model.Ask;
import org.countermand.order.model.Charge;
import org.countermand.order.model.Order;
import org.countermand.order.model.OrderLine;
import org.countermand.order.model.TaxLine;
import org.countermand.order.model.TestOrders;
import org.countermand.payment.model.TenderAccount;
import org.countermand.tax.model.TaxReversal;

/** A random order that is cancelled in random parts until nothing of it remains. */
final class UndoneInParts {

  private static final Instant AT = TestOrders.PLACED.plusSeconds(3600);

  private final Order bought;
  private final Terms terms;
  private final List<Quotation> quotations = new ArrayList<>();
  private final List<Retention> retained = new ArrayList<>();
  private final List<String> differences = new ArrayList<>();
  private Order order;
  private List<TenderAccount> accounts;

  UndoneInParts(long seed) {
    RandomOrders random = new RandomOrders(seed);
    this.bought = random.order();
    this.terms = random.terms(bought.currency());
    this.order = bought;
    this.accounts =
        bought.tenders().stream().map(t -> TenderAccount.opened(bought.id(), t)).toList();
  }

  int cancellations() {
    return quotations.size();
  }

  long deductions() {
    return quotations.stream().mapToLong(quotation -> quotation.deductions().size()).sum();
  }

  List<String> differences() {
    return differences;
  }

  /** Cancels all units in random parts, then compares. */
  void everything(Random random) {
    List<UUID> units = new ArrayList<>();
    bought.lines().forEach(l -> units.addAll(Collections.nCopies(l.quantity(), l.id())));
    Collections.shuffle(units, random);
    while (!units.isEmpty()) {
      int count = 1 + random.nextInt(units.size());
      List<UUID> part = new ArrayList<>(units.subList(0, count));
      units.subList(0, count).clear();
      cancel(part.stream().collect(Collectors.toMap(id -> id, id -> 1, Integer::sum)));
    }
    compare();
  }

  private void cancel(Map<UUID, Integer> part) {
    List<Ask> asks = part.entrySet().stream().map(e -> new Ask(e.getKey(), e.getValue())).toList();
    Standing standing = new Standing(accounts, terms, retained);
    Decision<Quotation> decision = Quoting.quote(Ids.next(), order, asks, standing, AT);
    if (!(decision instanceof Decision.Accepted<Quotation> accepted)) {
      differences.add("refused: " + decision);
      return;
    }
    Quotation quotation = accepted.value();
    if (!QuotationText.read(quotation.text()).equals(quotation)) {
      differences.add("read differently: " + quotation.text());
    }
    if (quotation.total().isNegative()) {
      differences.add("less than nothing: " + quotation.total());
    }
    if (quotation.tenders().stream().anyMatch(tender -> !tender.amount().isPositive())) {
      differences.add("a part of nothing");
    }
    compare(
        "the tenders of one quotation",
        quotation.total(),
        sum(quotation.tenders().stream().map(QuotedTender::amount).toList()));
    quotations.add(quotation);
    quotation.deductions().forEach(deduction -> retained.add(deduction.retention()));
    accounts = accounts.stream().map(account -> drawn(account, quotation)).toList();
    UUID cancellation = Ids.next();
    for (QuotedLine line : quotation.lines()) {
      order = TestOrders.claimed(order, cancellation, line.lineId(), line.units(), false);
    }
    order = TestOrders.chargesClaimed(order, whole(quotation));
  }

  private List<UUID> whole(Quotation quotation) {
    return bought.charges().stream()
        .filter(
            charge ->
                quotation.charges().stream()
                    .anyMatch(
                        quoted ->
                            quoted.chargeId().equals(charge.id())
                                && quoted.total().equals(charge.total(bought.priceBasis()))))
        .map(Charge::id)
        .toList();
  }

  private static TenderAccount drawn(TenderAccount account, Quotation quotation) {
    TenderAccount drawn = account;
    for (QuotedTender tender : quotation.tenders()) {
      if (tender.tenderId().equals(account.tenderId())) {
        drawn = drawn.begun(tender.kind(), tender.amount());
      }
    }
    return drawn;
  }

  private void compare() {
    Money kept = sum(retained.stream().map(Retention::amount).toList());
    Money back = sum(quotations.stream().map(Quotation::total).toList());
    compare("in all", bought.total(), back.plus(kept));
    quotations.stream()
        .flatMap(quotation -> quotation.taxesBack().stream())
        .filter(tax -> tax.amount().isNegative())
        .forEach(tax -> differences.add("less tax than nothing: " + tax));
    retained.stream()
        .filter(each -> each.kind() != QuotedDeduction.Kind.FEE)
        .map(Retention::code)
        .distinct()
        .forEach(this::evened);
    bought.lines().forEach(this::compare);
    bought.charges().forEach(this::compare);
    compare("taxes", TaxReversal.summed(charged()).toString(), taxes());
    List<TaxLine> keptAndBack = new ArrayList<>();
    quotations.forEach(quotation -> keptAndBack.addAll(quotation.taxesBack()));
    retained.forEach(each -> keptAndBack.addAll(each.taxes()));
    compare("taxes kept and back", TaxReversal.summed(charged()).toString(), summed(keptAndBack));
    if (kept.isZero()) {
      accounts.forEach(account -> compare("tender", account.captured(), account.refunded()));
    }
  }

  /** Nothing remains for which it could be kept. */
  private void evened(String code) {
    compare(
        code,
        bought.zero(),
        sum(
            retained.stream()
                .filter(each -> each.kind() != QuotedDeduction.Kind.FEE)
                .filter(each -> each.code().equals(code))
                .map(Retention::amount)
                .toList()));
  }

  private void compare(OrderLine line) {
    Map<String, Money> back = new HashMap<>();
    for (Quotation quotation : quotations) {
      for (QuotedLine quoted : quotation.lines()) {
        if (quoted.lineId().equals(line.id())) {
          back.merge("goods", quoted.goods(), Money::plus);
          back.merge("total", quoted.total(), Money::plus);
        }
      }
    }
    compare("goods of " + line.sku(), line.goods(), back.get("goods"));
    compare("total of " + line.sku(), line.total(bought.priceBasis()), back.get("total"));
  }

  private void compare(Charge charge) {
    compare(
        charge.kind().name(),
        charge.total(bought.priceBasis()),
        sum(
            quotations.stream()
                .flatMap(quotation -> quotation.charges().stream())
                .filter(quoted -> quoted.chargeId().equals(charge.id()))
                .map(QuotedCharge::total)
                .toList()));
  }

  private List<TaxLine> charged() {
    List<TaxLine> all = new ArrayList<>();
    bought.lines().forEach(line -> all.addAll(line.taxes()));
    bought.charges().forEach(charge -> all.addAll(charge.taxes()));
    return all.stream().filter(tax -> !tax.amount().isZero()).sorted(RATE).toList();
  }

  private String taxes() {
    List<TaxLine> all = new ArrayList<>();
    quotations.forEach(quotation -> all.addAll(quotation.taxes()));
    return summed(all);
  }

  private static String summed(List<TaxLine> all) {
    return TaxReversal.summed(
            TaxReversal.summed(all).stream()
                .filter(tax -> !tax.amount().isZero())
                .sorted(RATE)
                .toList())
        .toString();
  }

  private static final java.util.Comparator<TaxLine> RATE =
      java.util.Comparator.comparing(TaxLine::authority);

  private Money sum(List<Money> amounts) {
    return amounts.stream().reduce(bought.zero(), Money::plus);
  }

  private void compare(String what, Object expected, Object found) {
    if (!expected.equals(found)) {
      differences.add(what + ": expected " + expected + ", found " + found);
    }
  }
}
