package org.countermand.refund.model;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.countermand.kernel.Ids;
import org.countermand.kernel.Jurisdiction;
import org.countermand.kernel.Money;
import org.countermand.order.model.Buyer;
import org.countermand.order.model.Charge;
import org.countermand.order.model.Claims;
import org.countermand.order.model.DiscountShare;
import org.countermand.order.model.ItemClass;
import org.countermand.order.model.Order;
import org.countermand.order.model.OrderLine;
import org.countermand.order.model.PriceBasis;
import org.countermand.order.model.Shares;
import org.countermand.order.model.TaxLine;
import org.countermand.order.model.Tender;
import org.countermand.order.model.TenderKind;
import org.countermand.order.model.TestOrders;

/** Orders and terms of every kind, the same for the same seed. */
final class RandomOrders {

  private static final List<String> CURRENCIES = List.of("EUR", "USD", "JPY", "KWD", "HUF");
  private static final List<String> COUNTRIES = List.of("DE", "US", "JP", "KW", "HU", "IN", "CH");

  /** Unclear, tax on top of a fee, tax in a fee, no tax in a fee. */
  private static final List<String> PLACES = List.of("", "US-NY-", "AU-", "US-WA-");

  private final Random random;
  private final String place;

  RandomOrders(long seed) {
    this.random = new Random(seed);
    this.place = PLACES.get(random.nextInt(PLACES.size()));
  }

  /** One to five lines, stacked discounts, charges of every kind, paid by one to three tenders. */
  Order order() {
    Currency currency = Currency.getInstance(CURRENCIES.get(random.nextInt(CURRENCIES.size())));
    // Now and then tiny amounts, where a unit's share is less than a minor unit.
    int scale = random.nextInt(4) == 0 ? 20 : 100_000;
    List<OrderLine> lines = new ArrayList<>();
    int count = 1 + random.nextInt(5);
    for (int i = 1; i <= count; i++) {
      lines.add(line(i, scale, currency));
    }
    if (random.nextBoolean()) {
      lines = discounted(lines, currency);
    }
    List<Charge> charges = charges(lines, scale, currency);
    PriceBasis basis = random.nextBoolean() ? PriceBasis.GROSS : PriceBasis.NET;
    Order unpaid = TestOrders.of(buyer(), currency, basis, lines, charges, List.of());
    return TestOrders.of(
        unpaid.buyer(), currency, basis, lines, charges, tenders(unpaid.total(), currency));
  }

  Terms terms(Currency currency) {
    Map<Charge.Kind, ChargeReturn> returns = new EnumMap<>(Charge.Kind.class);
    for (Charge.Kind kind : Charge.Kind.values()) {
      returns.put(kind, any(ChargeReturn.values()));
    }
    returns.put(Charge.Kind.ROUNDING, ChargeReturn.WITH_UNITS);
    List<FeeRule> fees = new ArrayList<>();
    while (random.nextInt(3) == 0) {
      fees.add(fee("FEE-" + fees.size(), currency));
    }
    return new Terms(returns, any(PromotionEffect.values()), fees);
  }

  private FeeRule fee(String code, Currency currency) {
    return new FeeRule(
        code,
        random.nextBoolean()
            ? new FeeRule.Flat(money(1 + random.nextInt(900), currency))
            : new FeeRule.Percent(random.nextInt(3_000)),
        random.nextBoolean()
            ? Optional.empty()
            : Optional.of(money(1 + random.nextInt(2_000), currency)),
        org.countermand.order.model.FulfilmentStage.NOT_STARTED,
        random.nextInt(4) == 0 ? Optional.of(ItemClass.GOODS) : Optional.empty(),
        true,
        random.nextBoolean());
  }

  private OrderLine line(int position, int scale, Currency currency) {
    long goods = random.nextInt(scale);
    List<DiscountShare> discounts = new ArrayList<>();
    long left = goods;
    while (random.nextInt(3) == 0) {
      long discount = random.nextInt((int) left / 2 + 1);
      left -= discount;
      discounts.add(new DiscountShare("LINE-" + discounts.size(), money(-discount, currency)));
    }
    return new OrderLine(
        Ids.next(),
        position,
        "SKU-" + position,
        "Thing " + position,
        random.nextInt(5) == 0 ? ItemClass.SERVICE : ItemClass.GOODS,
        "",
        1 + random.nextInt(8),
        money(goods, currency),
        discounts,
        taxes(left, currency),
        Claims.NONE);
  }

  /** A discount on the whole order, granted from about its own value on. */
  private List<OrderLine> discounted(List<OrderLine> lines, Currency currency) {
    List<Money> room = lines.stream().map(line -> line.total(PriceBasis.GROSS)).toList();
    long most = room.stream().mapToLong(Money::minor).sum() / (2 * step(currency));
    long goods = lines.stream().mapToLong(line -> line.goods().minor()).sum();
    if (most < 1 || goods < 2) {
      return lines;
    }
    Money all = money(-random.nextInt((int) most + 1), currency);
    DiscountShare whole =
        new DiscountShare(
            "ORDER",
            all,
            random.nextBoolean()
                ? Optional.of(new Money(1 + random.nextLong(goods - 1), currency))
                : Optional.empty());
    List<Money> shares =
        Shares.byWeight(all, room.stream().map(Money::minor).toList(), step(currency));
    List<OrderLine> discounted = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      discounted.add(lines.get(i).discounted(whole.of(shares.get(i))));
    }
    return discounted;
  }

  private List<Charge> charges(List<OrderLine> lines, int scale, Currency currency) {
    List<Charge> charges = new ArrayList<>();
    for (Charge.Kind kind : Charge.Kind.values()) {
      if (kind != Charge.Kind.ROUNDING && random.nextInt(3) == 0) {
        long amount = random.nextInt(scale / 10 + 1);
        Optional<UUID> line =
            kind == Charge.Kind.GIFT_WRAP || random.nextInt(4) == 0
                ? Optional.of(lines.get(random.nextInt(lines.size())).id())
                : Optional.empty();
        charges.add(
            new Charge(
                Ids.next(), kind, line, money(amount, currency), taxes(amount, currency), false));
      }
    }
    long paid = lines.stream().mapToLong(l -> l.total(PriceBasis.GROSS).minor()).sum();
    if (paid >= 10 * step(currency) && random.nextInt(3) == 0) {
      charges.add(
          new Charge(
              Ids.next(),
              Charge.Kind.ROUNDING,
              money(random.nextInt(5) - 2L, currency),
              List.of(),
              false));
    }
    return charges;
  }

  /** Two authorities now and then. */
  private List<TaxLine> taxes(long base, Currency currency) {
    List<TaxLine> taxes = new ArrayList<>();
    if (random.nextInt(4) > 0) {
      taxes.add(
          new TaxLine(
              place(currency) + "STATE",
              new BigDecimal("19"),
              money(random.nextInt((int) base / 5 + 1), currency)));
    }
    if (random.nextInt(4) == 0) {
      taxes.add(
          new TaxLine(
              place(currency) + "CITY",
              new BigDecimal("1.5"),
              money(random.nextInt((int) base / 50 + 1), currency)));
    }
    return taxes;
  }

  /** New York takes no currency that is not paid to the last minor unit. */
  private String place(Currency currency) {
    return step(currency) > 1 && place.equals("US-NY-") ? "US-WA-" : place;
  }

  private List<Tender> tenders(Money total, Currency currency) {
    List<Tender> tenders = new ArrayList<>();
    long left = total.minor() / step(currency);
    int count = 1 + random.nextInt(3);
    for (int i = 1; i <= count; i++) {
      long part = i == count ? left : random.nextInt((int) left + 1);
      left -= part;
      tenders.add(
          new Tender(
              Ids.next(),
              i,
              TenderKind.CARD,
              "stripe",
              "pi_" + i,
              "Card " + i,
              money(part, currency),
              money(part, currency)));
    }
    return tenders;
  }

  private Buyer buyer() {
    return new Buyer(
        any(Buyer.Kind.values()),
        "Ana Muster",
        "ana@example.org",
        Jurisdiction.of(COUNTRIES.get(random.nextInt(COUNTRIES.size()))),
        java.util.Locale.ENGLISH,
        "",
        "");
  }

  private static Money money(long steps, Currency currency) {
    return new Money(steps * step(currency), currency);
  }

  private static long step(Currency currency) {
    return Order.stepOf(currency);
  }

  private <T> T any(T[] values) {
    return values[random.nextInt(values.length)];
  }
}
