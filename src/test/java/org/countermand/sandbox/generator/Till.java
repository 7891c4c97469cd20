package org.countermand.sandbox.generator;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.countermand.kernel.Money;
import org.countermand.order.model.Buyer;
import org.countermand.order.model.Charge;
import org.countermand.order.model.Claims;
import org.countermand.order.model.DiscountShare;
import org.countermand.order.model.Fulfilment;
import org.countermand.order.model.FulfilmentStage;
import org.countermand.order.model.Invoice;
import org.countermand.order.model.Order;
import org.countermand.order.model.OrderLine;
import org.countermand.order.model.PriceBasis;
import org.countermand.order.model.RefundAuthority;
import org.countermand.order.model.TaxLine;
import org.countermand.order.model.Tender;
import org.countermand.order.model.TenderKind;

/** Sells: makes orders as the shop would have brought them. */
final class Till {

  private static final int ARTICLES = 3000;

  /** How many lines: one to four, then a few, some, and many. */
  private static final int[] LINES = {40, 20, 12, 8, 11, 6, 3};

  /** How many orders are placed in each hour of a day, by the shop's clock. */
  private static final int[] HOURS = {
    8, 4, 3, 2, 2, 4, 10, 22, 38, 48, 55, 58, 60, 56, 52, 50, 54, 62, 74, 86, 90, 72, 44, 20
  };

  private final Dice dice;
  private final long seed;
  private final List<Article> articles;
  private final Skew favourites = new Skew(ARTICLES);
  private final Skew regulars;

  Till(Dice dice, long seed, int orders) {
    this.dice = dice;
    this.seed = seed;
    regulars = new Skew(Math.max(20, orders / 3));
    articles = IntStream.range(0, ARTICLES).mapToObj(n -> Article.make(n, dice)).toList();
  }

  /** Some moment of a day, more often when people buy. */
  Instant momentOf(LocalDate day) {
    return day.atStartOfDay(ZoneOffset.UTC)
        .toInstant()
        .plus(Duration.ofHours(dice.weighed(HOURS)))
        .plusMillis(dice.below(3_600_000));
  }

  /** An order, with nothing cancelled yet. */
  Order sell(int number, Instant at, FulfilmentStage stage) {
    Customer customer = Customer.of(seed, regulars.rank(dice));
    Market market = customer.market();
    boolean trade = customer.buyer().kind() == Buyer.Kind.BUSINESS;
    PriceBasis basis = market.taxOnTop() || trade ? PriceBasis.NET : PriceBasis.GROSS;
    List<OrderLine> lines = lines(market, basis, trade, at);
    List<Charge> charges = charges(market, basis, at);
    long total =
        lines.stream().mapToLong(line -> line.total(basis).minor()).sum()
            + charges.stream().mapToLong(charge -> charge.total(basis).minor()).sum();
    String channelNumber = "G%d-%07d".formatted(seed, number);
    LocalDate day = LocalDate.ofInstant(at, ZoneOffset.UTC);
    return new Order(
        dice.id(at),
        "linden",
        market.entity(),
        "web",
        channelNumber,
        RefundAuthority.OURS,
        customer.buyer(),
        market.currency(),
        basis,
        at,
        dice.perMille(600) ? day.plusDays(dice.between(2, 6)) : null,
        new Invoice("INV-" + channelNumber, day, null, "DE123456789"),
        money(charges.isEmpty() ? 0 : charges.get(0).amount().minor(), market),
        lines,
        charges,
        tenders(channelNumber, total, market, at),
        List.of(
            new Fulfilment(
                dice.id(at),
                "depot",
                stage,
                lines.stream().filter(OrderLine::movesStock).map(OrderLine::id).toList())));
  }

  private List<OrderLine> lines(Market market, PriceBasis basis, boolean trade, Instant at) {
    int wanted =
        switch (dice.weighed(LINES)) {
          case 0 -> 1;
          case 1 -> 2;
          case 2 -> 3;
          case 3 -> 4;
          case 4 -> (int) dice.between(5, 7);
          case 5 -> (int) dice.between(8, 14);
          default -> (int) dice.between(15, 30);
        };
    boolean discounted = dice.perMille(120);
    Set<Integer> chosen = new HashSet<>();
    List<OrderLine> lines = new ArrayList<>();
    while (lines.size() < wanted) {
      int rank = favourites.rank(dice);
      if (chosen.add(rank)) {
        lines.add(line(articles.get(rank), lines.size() + 1, market, basis, trade, discounted, at));
      }
    }
    return lines;
  }

  private OrderLine line(
      Article article,
      int position,
      Market market,
      PriceBasis basis,
      boolean trade,
      boolean discounted,
      Instant at) {
    int quantity =
        switch (dice.weighed(75, 13, 9, 3)) {
          case 0 -> 1;
          case 1 -> 2;
          case 2 -> (int) dice.between(3, 6);
          default -> (int) dice.between(7, 24);
        };
    int units = trade ? quantity * (int) dice.between(1, 6) : quantity;
    long goods = market.price(article.cents()) * units;
    // A tenth off, half up to the minor unit.
    long off = discounted ? (goods + 5) / 10 : 0;
    return new OrderLine(
        dice.id(at),
        position,
        article.sku(),
        article.name(),
        article.itemClass(),
        "",
        units,
        money(goods, market),
        off > 0 ? List.of(new DiscountShare("AUTUMN", money(-off, market))) : List.of(),
        List.of(tax(goods - off, market, basis)),
        Claims.NONE);
  }

  private List<Charge> charges(Market market, PriceBasis basis, Instant at) {
    if (!dice.perMille(700)) {
      return List.of();
    }
    long amount = market.price(490);
    return List.of(
        new Charge(
            dice.id(at),
            Charge.Kind.SHIPPING,
            money(amount, market),
            List.of(tax(amount, market, basis)),
            false));
  }

  /** Mostly one card; now and then a voucher's rest on a second one. */
  private List<Tender> tenders(String number, long total, Market market, Instant at) {
    boolean captured = dice.perMille(850);
    long second = total > 2000 && dice.perMille(40) ? dice.between(1, total - 1) : 0;
    List<Tender> tenders = new ArrayList<>();
    tenders.add(tender(1, number, total - second, captured, market, at));
    if (second > 0) {
      tenders.add(tender(2, number, second, captured, market, at));
    }
    return tenders;
  }

  private Tender tender(
      int position, String number, long amount, boolean captured, Market market, Instant at) {
    return new Tender(
        dice.id(at),
        position,
        position == 1 ? TenderKind.CARD : TenderKind.WALLET,
        "stripe",
        "pi_" + number.replace('-', '_') + (position == 1 ? "" : "_" + position),
        "Visa •••• %04d".formatted(dice.below(10_000)),
        money(amount, market),
        money(captured ? amount : 0, market));
  }

  private static TaxLine tax(long price, Market market, PriceBasis basis) {
    long tax = market.tax(price, basis == PriceBasis.NET);
    return new TaxLine(market.authority(), market.ratePercent(), money(tax, market));
  }

  private static Money money(long minor, Market market) {
    return new Money(minor, market.currency());
  }

  /** The order as it is once a cancellation has taken units and charges. */
  static Order claimed(
      Order order,
      UUID cancellation,
      java.util.Map<UUID, List<org.countermand.order.model.UnitRange>> units,
      Set<UUID> charges) {
    List<OrderLine> lines =
        order.lines().stream()
            .map(line -> claimed(line, cancellation, units.getOrDefault(line.id(), List.of())))
            .toList();
    List<Charge> left =
        order.charges().stream().map(c -> charges.contains(c.id()) ? claimed(c) : c).toList();
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
        left,
        order.tenders(),
        order.fulfilments());
  }

  private static Charge claimed(Charge charge) {
    return new Charge(charge.id(), charge.kind(), charge.amount(), charge.taxes(), true);
  }

  private static OrderLine claimed(
      OrderLine line, UUID cancellation, List<org.countermand.order.model.UnitRange> units) {
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
}
