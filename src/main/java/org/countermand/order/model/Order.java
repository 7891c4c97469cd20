package org.countermand.order.model;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.countermand.kernel.Money;
import org.jspecify.annotations.Nullable;

/**
 * What was bought and how it was paid, exactly as charged. Countermand never recomputes it. After
 * intake only the fulfilments move on, and units of its lines become claimed by cancellations.
 *
 * @param id our id
 * @param shop the brand or site it was bought at
 * @param legalEntity who sold it and issues documents
 * @param channel where it came from (web shop, marketplace, file)
 * @param channelNumber the number that the buyer and the channel know it by
 * @param refundAuthority who pays money back
 * @param currency the one currency of all its amounts
 * @param priceBasis whether goods and charges contain their tax
 * @param placedAt when the contract was concluded
 * @param promisedOn the promised day of delivery, if one was promised
 * @param cheapestDelivery the cheapest standard delivery that was offered (CRD Art. 13(2): this
 *     much of the delivery price comes back on withdrawal)
 */
public record Order(
    UUID id,
    String shop,
    String legalEntity,
    String channel,
    String channelNumber,
    RefundAuthority refundAuthority,
    Buyer buyer,
    Currency currency,
    PriceBasis priceBasis,
    Instant placedAt,
    @Nullable LocalDate promisedOn,
    Invoice invoice,
    Money cheapestDelivery,
    List<OrderLine> lines,
    List<Charge> charges,
    List<Tender> tenders,
    List<Fulfilment> fulfilments) {

  /** Minor units in which a gateway moves money where it cannot move single ones. */
  private static final Map<String, Long> STEPS =
      Map.of("BHD", 10L, "JOD", 10L, "KWD", 10L, "MGA", 100L, "OMR", 10L, "TND", 10L);

  public Order {
    lines = List.copyOf(lines);
    charges = List.copyOf(charges);
    tenders = List.copyOf(tenders);
    fulfilments = List.copyOf(fulfilments);
  }

  public Optional<OrderLine> line(UUID lineId) {
    return lines.stream().filter(line -> line.id().equals(lineId)).findFirst();
  }

  /** Everything that was charged: goods less discounts, taxes on top, charges. */
  public Money total() {
    Money goods = lines.stream().map(line -> line.total(priceBasis)).reduce(zero(), Money::plus);
    return charges.stream().map(charge -> charge.total(priceBasis)).reduce(goods, Money::plus);
  }

  public Money zero() {
    return Money.zero(currency);
  }

  /**
   * The minor units in which its amounts are shared out over units, so that every part of it can be
   * paid back exactly: 1, or in some currencies more, if all that was charged is a multiple of
   * that. It depends on nothing that changes after intake.
   */
  public long shareStep() {
    long step = stepOf(currency);
    return step == 1 || charged().allMatch(amount -> amount.minor() % step == 0) ? step : 1;
  }

  /** The minor units in which gateways move money of a currency. */
  public static long stepOf(Currency currency) {
    return STEPS.getOrDefault(currency.getCurrencyCode(), 1L);
  }

  /** Every single amount that was paid. */
  private Stream<Money> charged() {
    Stream<Money> goods =
        lines.stream()
            .flatMap(
                line ->
                    Stream.concat(
                        Stream.of(line.goods()),
                        line.discounts().stream().map(DiscountShare::amount)));
    Stream<Money> untaxed = Stream.concat(goods, charges.stream().map(Charge::amount));
    Stream<TaxLine> taxes =
        Stream.concat(
            lines.stream().flatMap(line -> line.taxes().stream()),
            charges.stream().flatMap(charge -> charge.taxes().stream()));
    return priceBasis == PriceBasis.NET
        ? Stream.concat(untaxed, taxes.map(TaxLine::amount))
        : untaxed;
  }

  /** How far any of it is on its way: its furthest fulfilment. */
  public FulfilmentStage stage() {
    return fulfilments.stream()
        .map(Fulfilment::stage)
        .max(FulfilmentStage::compareTo)
        .orElse(FulfilmentStage.NOT_STARTED);
  }

  /** How far the units of a line are on their way: the furthest fulfilment that has any of them. */
  public FulfilmentStage stageOf(UUID lineId) {
    return fulfilments.stream()
        .filter(fulfilment -> fulfilment.lineIds().contains(lineId))
        .map(Fulfilment::stage)
        .max(FulfilmentStage::compareTo)
        .orElse(FulfilmentStage.NOT_STARTED);
  }
}
