package org.countermand.order.model;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.countermand.kernel.Ids;
import org.countermand.kernel.Jurisdiction;
import org.countermand.kernel.Money;

/** Orders for tests, told as a shop would tell them. */
public final class TestOrders {

  public static final Instant PLACED = Instant.parse("2026-11-20T10:00:00Z");

  private final Currency currency;
  private final List<OrderLine> lines = new ArrayList<>();
  private final List<Charge> charges = new ArrayList<>();
  private final List<Tender> tenders = new ArrayList<>();
  private PriceBasis basis = PriceBasis.GROSS;
  private FulfilmentStage stage = FulfilmentStage.NOT_STARTED;
  private Buyer buyer =
      new Buyer(
          Buyer.Kind.CONSUMER,
          "Ana Muster",
          "ana@example.org",
          Jurisdiction.of("DE"),
          Locale.GERMAN,
          "",
          "");
  private RefundAuthority authority = RefundAuthority.OURS;

  private TestOrders(String currency) {
    this.currency = Currency.getInstance(currency);
  }

  public static TestOrders anOrder() {
    return new TestOrders("EUR");
  }

  public static TestOrders anOrderIn(String currency) {
    return new TestOrders(currency);
  }

  /** So many units for a price, with a discount (zero or negative) and a tax. */
  public TestOrders of(int quantity, long goods, long discount, long tax) {
    return of(quantity, goods, discount, tax, ItemClass.GOODS);
  }

  public TestOrders of(int quantity, long goods, long discount, long tax, ItemClass itemClass) {
    int position = lines.size() + 1;
    lines.add(
        new OrderLine(
            Ids.next(),
            position,
            "SKU-" + position,
            "Thing " + position,
            itemClass,
            "",
            quantity,
            money(goods),
            discount == 0 ? List.of() : List.of(new DiscountShare("AUTUMN", money(discount))),
            tax == 0 ? List.of() : List.of(new TaxLine("DE-VAT", new BigDecimal("19"), money(tax))),
            Claims.NONE));
    return this;
  }

  public TestOrders shipping(long amount, long tax) {
    charges.add(
        new Charge(
            Ids.next(),
            Charge.Kind.SHIPPING,
            money(amount),
            tax == 0 ? List.of() : List.of(new TaxLine("DE-VAT", new BigDecimal("19"), money(tax))),
            false));
    return this;
  }

  public TestOrders net() {
    basis = PriceBasis.NET;
    return this;
  }

  public TestOrders at(FulfilmentStage reached) {
    stage = reached;
    return this;
  }

  public TestOrders soldOnAMarketplace() {
    authority = RefundAuthority.MARKETPLACE;
    return this;
  }

  public TestOrders paid(long authorized, long captured) {
    tenders.add(
        new Tender(
            Ids.next(),
            tenders.size() + 1,
            TenderKind.CARD,
            "stripe",
            "pi_" + tenders.size(),
            "Visa •••• 4242",
            money(authorized),
            money(captured)));
    return this;
  }

  /** Paid with what was taken in several captures, the rest of it still to be taken. */
  public TestOrders paidIn(long authorized, Capture... captures) {
    long captured = 0;
    for (Capture capture : captures) {
      captured += capture.amount().minor();
    }
    tenders.add(
        new Tender(
            Ids.next(),
            tenders.size() + 1,
            TenderKind.CARD,
            "stripe",
            "pi_" + tenders.size(),
            "Visa •••• 4242",
            money(authorized),
            money(captured),
            List.of(captures)));
    return this;
  }

  /** Paid with a gift card or store credit of our own ledger. */
  public TestOrders paidWith(TenderKind kind, String reference, long amount) {
    tenders.add(
        new Tender(
            Ids.next(),
            tenders.size() + 1,
            kind,
            Tender.OUR_LEDGER,
            reference,
            "Gift card •••• 7781",
            money(amount),
            money(amount)));
    return this;
  }

  /** So many gift cards on one token, worth so much together. */
  public TestOrders giftCards(int quantity, long value, String token) {
    of(quantity, value, 0, 0, ItemClass.GIFT_CARD);
    OrderLine line = lines.remove(lines.size() - 1);
    lines.add(
        new OrderLine(
            line.id(),
            line.position(),
            line.sku(),
            line.description(),
            line.itemClass(),
            token,
            line.quantity(),
            line.goods(),
            line.discounts(),
            line.taxes(),
            line.claims()));
    return this;
  }

  /** The order; paid wholly and captured if nothing else was said. */
  public Order order() {
    Order unpaid = build(tenders);
    return tenders.isEmpty()
        ? paid(unpaid.total().minor(), unpaid.total().minor()).order()
        : unpaid;
  }

  /** An order of whatever kind. */
  public static Order of(
      Buyer buyer,
      Currency currency,
      PriceBasis basis,
      List<OrderLine> lines,
      List<Charge> charges,
      List<Tender> tenders) {
    TestOrders order = new TestOrders(currency.getCurrencyCode());
    order.basis = basis;
    order.buyer = buyer;
    order.lines.addAll(lines);
    order.charges.addAll(charges);
    return order.build(tenders);
  }

  /** The same order, paid by cards that were charged so much each. */
  public static Order paidBy(Order order, long... captured) {
    TestOrders making = new TestOrders(order.currency().getCurrencyCode());
    for (long amount : captured) {
      making.paid(amount, amount);
    }
    return of(
        order.buyer(),
        order.currency(),
        order.priceBasis(),
        order.lines(),
        order.charges(),
        making.tenders);
  }

  /** The same order once cancellations have taken these charges. */
  public static Order chargesClaimed(Order order, List<UUID> charges) {
    return with(
        order,
        order.lines(),
        order.charges().stream()
            .map(
                c ->
                    new Charge(
                        c.id(),
                        c.kind(),
                        c.line(),
                        c.amount(),
                        c.taxes(),
                        c.claimed() || charges.contains(c.id())))
            .toList());
  }

  /** The same order once a cancellation has taken units and, if it took the last, the charges. */
  public static Order claimed(
      Order order, UUID cancellation, UUID line, List<UnitRange> units, boolean charges) {
    List<OrderLine> lines =
        order.lines().stream()
            .map(l -> l.id().equals(line) ? claimed(l, cancellation, units) : l)
            .toList();
    return with(
        order,
        lines,
        charges
            ? chargesClaimed(order, order.charges().stream().map(Charge::id).toList()).charges()
            : order.charges());
  }

  private static Order with(Order order, List<OrderLine> lines, List<Charge> charges) {
    return new Order(
        order.id(),
        order.shop(),
        order.legalEntity(),
        order.channel(),
        order.channelNumber(),
        order.refundAuthority(),
        order.buyer(),
        order.currency(),
        order.priceBasis(),
        order.placedAt(),
        order.promisedOn(),
        order.invoice(),
        order.cheapestDelivery(),
        lines,
        charges,
        order.tenders(),
        order.fulfilments());
  }

  private static OrderLine claimed(OrderLine line, UUID cancellation, List<UnitRange> units) {
    List<Claims.Claim> claims = new ArrayList<>(line.claims().ranges());
    units.forEach(range -> claims.add(new Claims.Claim(range, cancellation)));
    return new OrderLine(
        line.id(),
        line.position(),
        line.sku(),
        line.description(),
        line.itemClass(),
        line.evidence(),
        line.quantity(),
        line.goods(),
        line.discounts(),
        line.taxes(),
        new Claims(claims));
  }

  private Order build(List<Tender> paidBy) {
    return new Order(
        Ids.next(),
        "linden",
        "Linden GmbH",
        "web",
        "L-1",
        authority,
        buyer,
        currency,
        basis,
        PLACED,
        LocalDate.of(2026, 11, 27),
        new Invoice("INV-1", LocalDate.of(2026, 11, 20), null, "DE123456789"),
        money(0),
        lines,
        charges,
        paidBy,
        List.of(
            new Fulfilment(
                Ids.next(), "depot", stage, lines.stream().map(OrderLine::id).toList())));
  }

  private Money money(long minor) {
    return new Money(minor, currency);
  }
}
