package org.countermand.tax.model;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.countermand.kernel.Ids;
import org.countermand.kernel.Jurisdiction;
import org.countermand.kernel.Money;
import org.countermand.order.model.Buyer;
import org.countermand.order.model.Charge;
import org.countermand.order.model.Claims;
import org.countermand.order.model.Fulfilment;
import org.countermand.order.model.FulfilmentStage;
import org.countermand.order.model.Invoice;
import org.countermand.order.model.ItemClass;
import org.countermand.order.model.Order;
import org.countermand.order.model.OrderLine;
import org.countermand.order.model.PriceBasis;
import org.countermand.order.model.RefundAuthority;
import org.countermand.order.model.TaxLine;
import org.countermand.order.model.UnitRange;

/** An order with its taxes, which is undone in parts. */
public final class TaxedOrders {

  private final Currency currency;
  private final List<OrderLine> lines = new ArrayList<>();
  private final List<Charge> charges = new ArrayList<>();
  private final Map<UUID, Integer> undone = new HashMap<>();
  private final Map<String, String> taxIds = new HashMap<>();
  private final Map<String, String> elections = new HashMap<>();
  private Jurisdiction residence = Jurisdiction.of("DE");
  private Jurisdiction seat = Jurisdiction.of("DE");
  private Buyer.Kind buyer = Buyer.Kind.CONSUMER;
  private String buyerTaxId = "";
  private String description = "Thing";
  private String buyerName = "Ana Muster";
  private String sellerName = "Linden GmbH";
  private PriceBasis basis = PriceBasis.GROSS;
  private FulfilmentStage stage = FulfilmentStage.NOT_STARTED;
  private Instant placedAt = Instant.parse("2026-11-20T10:00:00Z");
  private Instant at = Instant.parse("2026-11-22T10:00:00Z");
  private Invoice invoice = new Invoice("INV-1", LocalDate.of(2026, 11, 20), null, "");
  private RoundingMode rounding = RoundingMode.FLOOR;

  private TaxedOrders(String currency) {
    this.currency = Currency.getInstance(currency);
  }

  public static TaxedOrders in(String currency) {
    return new TaxedOrders(currency);
  }

  public static TaxLine tax(String authority, String percent, String amount) {
    return new TaxLine(authority, new BigDecimal(percent), Money.parse(amount));
  }

  /** What the next lines are called. */
  public TaxedOrders called(String name) {
    description = name;
    return this;
  }

  public TaxedOrders buyerName(String name) {
    buyerName = name;
    return this;
  }

  public TaxedOrders sellerName(String name) {
    sellerName = name;
    return this;
  }

  /** So many units for an amount, with these taxes in it or on top of it. */
  public TaxedOrders line(int quantity, String amount, TaxLine... taxes) {
    lines.add(
        new OrderLine(
            Ids.next(),
            lines.size() + 1,
            "SKU-" + (lines.size() + 1),
            description,
            ItemClass.GOODS,
            "",
            quantity,
            money(amount),
            List.of(),
            List.of(taxes),
            Claims.NONE));
    return this;
  }

  public TaxedOrders charge(Charge.Kind kind, String amount, TaxLine... taxes) {
    charges.add(new Charge(Ids.next(), kind, money(amount), List.of(taxes), false));
    return this;
  }

  public TaxedOrders to(String country, String region) {
    residence = new Jurisdiction(country, region);
    return this;
  }

  public TaxedOrders from(String country) {
    seat = Jurisdiction.of(country);
    return this;
  }

  public TaxedOrders business(String taxId) {
    buyer = Buyer.Kind.BUSINESS;
    buyerTaxId = taxId;
    return this;
  }

  public TaxedOrders net() {
    basis = PriceBasis.NET;
    return this;
  }

  public TaxedOrders moved() {
    stage = FulfilmentStage.HANDED_OVER;
    return this;
  }

  public TaxedOrders placed(String instant) {
    placedAt = Instant.parse(instant);
    return this;
  }

  public TaxedOrders undoneAt(String instant) {
    at = Instant.parse(instant);
    return this;
  }

  public TaxedOrders invoiced(String number, String day) {
    invoice = new Invoice(number, LocalDate.parse(day), null, "");
    return this;
  }

  public TaxedOrders notInvoiced() {
    invoice = new Invoice("", null, null, "");
    return this;
  }

  public TaxedOrders registered(String scheme, String id) {
    taxIds.put(scheme, id);
    return this;
  }

  public TaxedOrders elects(String name, String value) {
    elections.put(name, value);
    return this;
  }

  public TaxedOrders rounds(RoundingMode mode) {
    rounding = mode;
    return this;
  }

  public Money money(String amount) {
    return Money.parse(amount + " " + currency.getCurrencyCode());
  }

  public Seller seller() {
    return new Seller(
        "Linden GmbH",
        sellerName,
        "Lindenweg 1",
        "10115",
        "Berlin",
        seat,
        "billing@example.org",
        taxIds,
        rounding,
        elections);
  }

  public Order order() {
    return new Order(
        Ids.next(),
        "linden",
        "Linden GmbH",
        "web",
        "L-1",
        RefundAuthority.OURS,
        new Buyer(buyer, buyerName, "ana@example.org", residence, Locale.ENGLISH, "", buyerTaxId),
        currency,
        basis,
        placedAt,
        null,
        invoice,
        Money.zero(currency),
        lines,
        charges,
        List.of(),
        List.of(
            new Fulfilment(
                Ids.next(), "depot", stage, lines.stream().map(OrderLine::id).toList())));
  }

  /** The next so many units of a line, counted from 1, and nothing else. */
  public Undoing units(int position, int count) {
    return undoing(Map.of(position, count), false);
  }

  /** Everything that is left, charges too. */
  public Undoing rest() {
    Map<Integer, Integer> left = new LinkedHashMap<>();
    for (OrderLine line : lines) {
      left.put(line.position(), line.quantity() - undone.getOrDefault(line.id(), 0));
    }
    return undoing(left, true);
  }

  public Undoing undoing(Map<Integer, Integer> counts, boolean withCharges) {
    Map<UUID, List<UnitRange>> units = new LinkedHashMap<>();
    counts.forEach(
        (position, count) -> {
          UUID line = lines.get(position - 1).id();
          int before = undone.getOrDefault(line, 0);
          if (count > 0) {
            units.put(line, List.of(new UnitRange(before + 1, before + count)));
            undone.put(line, before + count);
          }
        });
    List<UndoneCharge> back =
        withCharges
            ? charges.stream().map(c -> new UndoneCharge(c.id(), c.amount(), c.taxes())).toList()
            : List.of();
    boolean whole =
        lines.stream().allMatch(l -> undone.getOrDefault(l.id(), 0).equals(l.quantity()));
    return Undoing.of(order(), seller(), units, back, whole, at);
  }

  public Ruling ruling(Undoing undoing, Withheld... withheld) {
    return Regimes.rule(undoing.reversal(List.of(withheld), Money.zero(currency)), seller());
  }

  /** The document of an undoing, under a number. */
  public CreditDocument document(
      String number, Locale language, Undoing undoing, Withheld... withheld) {
    Reversal reversal = undoing.reversal(List.of(withheld), Money.zero(currency));
    return new CreditDocument(
        Ids.next(),
        Ids.next(),
        number,
        undoing.on(),
        seller(),
        reversal,
        Regimes.rule(reversal, seller()),
        "",
        language);
  }

  /** The tax of one authority and rate, or nothing. */
  public static Optional<Money> of(List<TaxLine> taxes, String authority) {
    return taxes.stream()
        .filter(tax -> tax.authority().equals(authority))
        .map(TaxLine::amount)
        .reduce(Money::plus);
  }
}
