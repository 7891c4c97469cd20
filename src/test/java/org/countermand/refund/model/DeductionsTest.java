package org.countermand.refund.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.countermand.kernel.Decision;
import org.countermand.kernel.Ids;
import org.countermand.kernel.Jurisdiction;
import org.countermand.kernel.Money;
import org.countermand.order.model.Ask;
import org.countermand.order.model.Buyer;
import org.countermand.order.model.Charge;
import org.countermand.order.model.Claims;
import org.countermand.order.model.DiscountShare;
import org.countermand.order.model.FulfilmentStage;
import org.countermand.order.model.ItemClass;
import org.countermand.order.model.Order;
import org.countermand.order.model.OrderLine;
import org.countermand.order.model.PriceBasis;
import org.countermand.order.model.TaxLine;
import org.countermand.order.model.Tender;
import org.countermand.order.model.TenderKind;
import org.countermand.order.model.TestOrders;
import org.countermand.payment.model.TenderAccount;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Promotions, fees and charges: what is shown as its own line before consent. */
class DeductionsTest {

  private static final BigDecimal RATE = new BigDecimal("8.25");
  private static final Instant AT = TestOrders.PLACED.plusSeconds(3600);

  @Test
  void a_discount_that_the_buyer_keeps_is_never_deducted() {
    Order order = discounted("DE");
    Quotation one = quote(order, PromotionEffect.KEEP, List.of(), 1, 2);
    assertThat(one.deductions()).isEmpty();
    assertThat(one.total()).isEqualTo(eur(7200));
  }

  @Test
  void a_discount_whose_condition_is_no_longer_met_is_taken_back_as_its_own_line() {
    Order order = discounted("DE");
    Quotation one = quote(order, PromotionEffect.CLAW_BACK, List.of(), 1, 2);
    assertThat(one.deductions())
        .containsExactly(new QuotedDeduction(QuotedDeduction.Kind.PROMOTION, "FROM-50", eur(-200)));
    assertThat(one.total()).isEqualTo(eur(7000));
  }

  @Test
  void a_discount_whose_condition_is_still_met_stays() {
    Order order = discounted("DE");
    assertThat(quote(order, PromotionEffect.CLAW_BACK, List.of(), 2, 1).deductions()).isEmpty();
  }

  /** 20 of 50 remain: two fifths of the discount on it stay, 1.20 of its 2.00 are deducted. */
  @Test
  void a_discount_shrinks_in_proportion_to_what_remains_of_its_condition() {
    Order order = discounted("DE");
    Quotation one = quote(order, PromotionEffect.PRORATE, List.of(), 1, 2);
    assertThat(one.deductions()).extracting(QuotedDeduction::amount).containsExactly(eur(-120));
  }

  @Test
  void what_was_taken_back_comes_back_once_nothing_remains() {
    Order order = discounted("DE");
    Quotation first = quote(order, PromotionEffect.CLAW_BACK, List.of(), 1, 2);
    Order claimed =
        TestOrders.claimed(order, Ids.next(), line(order, 1), first.lines().get(0).units(), false);
    Terms terms = new Terms(Map.of(), PromotionEffect.CLAW_BACK, List.of());
    Quotation last =
        quote(
            claimed,
            terms,
            first.deductions().stream().map(QuotedDeduction::retention).toList(),
            new Ask(line(order, 2), 1));
    assertThat(last.deductions()).extracting(QuotedDeduction::amount).containsExactly(eur(200));
    assertThat(first.total().plus(last.total())).isEqualTo(order.total());
  }

  @Test
  void a_consumer_of_a_country_that_forbids_it_keeps_his_discount() {
    assertThat(quote(discounted("BR"), PromotionEffect.CLAW_BACK, List.of(), 1, 2).deductions())
        .isEmpty();
  }

  @Test
  void a_deduction_never_takes_more_than_comes_back() {
    Order order = discounted("US");
    FeeRule dear = fee(new FeeRule.Flat(eur(100_000)), Optional.empty(), true, false);
    Quotation one = quote(order, PromotionEffect.KEEP, List.of(dear), 1, 1);
    assertThat(one.total()).isEqualTo(eur(0));
    assertThat(one.tenders()).isEmpty();
  }

  /** Who may be asked for a fee that was disclosed and that the shop does not pay itself. */
  @ParameterizedTest(name = "{0} {1}: {2}")
  @CsvSource({
    "DE, CONSUMER, 0", "GB, CONSUMER, 0", "NO, CONSUMER, 0", "BR, CONSUMER, 0",
    "KR, CONSUMER, 0", "IN, CONSUMER, 0", "US, CONSUMER, -360", "CH, CONSUMER, -360",
    "JP, CONSUMER, -360", "ZA, CONSUMER, 0", "DE, BUSINESS, -360", "ZA, BUSINESS, -360"
  })
  void a_fee_that_the_law_forbids_cannot_be_quoted(String country, Buyer.Kind kind, long expected) {
    Order order = discounted(country, kind);
    FeeRule fee = fee(new FeeRule.Percent(1000), Optional.empty(), true, false);
    Quotation one = quote(order, PromotionEffect.KEEP, List.of(fee), 1, 1);
    assertThat(deducted(one)).isEqualTo(eur(expected));
  }

  @Test
  void a_fee_that_was_not_disclosed_is_not_asked_for() {
    FeeRule hidden = fee(new FeeRule.Percent(1000), Optional.empty(), false, true);
    assertThat(quote(discounted("US"), PromotionEffect.KEEP, List.of(hidden), 1, 1).deductions())
        .isEmpty();
  }

  /** Consumer Protection (E-Commerce) Rules 2020, r. 4(8). */
  @Test
  void in_india_a_fee_stands_only_where_the_shop_pays_the_same() {
    FeeRule mutual = fee(new FeeRule.Percent(1000), Optional.empty(), true, true);
    assertThat(deducted(quote(discounted("IN"), PromotionEffect.KEEP, List.of(mutual), 1, 1)))
        .isEqualTo(eur(-360));
  }

  /** 16 CFR 435.2. */
  @Test
  void who_ships_late_in_the_united_states_keeps_no_fee() {
    Order order = discounted("US");
    FeeRule fee = fee(new FeeRule.Percent(1000), Optional.empty(), true, false);
    Terms terms = new Terms(Map.of(), PromotionEffect.KEEP, List.of(fee));
    LocalDate promised = order.promisedOn();
    assertThat(promised).isNotNull();
    Instant inTime = promised.atTime(23, 59).toInstant(ZoneOffset.UTC);
    Ask ask = new Ask(line(order, 1), 1);
    assertThat(deducted(quote(order, terms, List.of(), inTime, ask))).isEqualTo(eur(-360));
    assertThat(quote(order, terms, List.of(), inTime.plusSeconds(60), ask).deductions()).isEmpty();
  }

  /**
   * 200.00 with 8.25 % on top and a fee of 30.00. California (18 CCR 1655) and Washington give all
   * tax back: 216.50 - 30.00. New York (TSB-A-09(29)S) gives tax back on the price that it gives
   * back: 170.00 x 1.0825 = 184.025, of which the tax is 14.03 (14.025 half up), so 2.47 of the
   * 16.50 are kept on top of the fee.
   */
  @ParameterizedTest
  @CsvSource({
    "US-CA-SALES, 18650, 1650",
    "US-WA-SALES, 18650, 1650",
    "US-NY-SALES, 18403, 1403",
  })
  void what_a_restocking_fee_does_to_the_tax_is_a_matter_of_the_state(
      String authority, long total, long taxBack) {
    Order order = taxed("US", PriceBasis.NET, 20000, new TaxLine(authority, RATE, eur(1650)));
    Quotation one = fees(order, new FeeRule.Flat(eur(3000)), List.of());
    assertThat(one.total()).isEqualTo(eur(total));
    assertThat(one.taxesBack()).extracting(TaxLine::amount).containsExactly(eur(taxBack));
    assertThat(QuotationText.read(one.text())).isEqualTo(one);
  }

  /** AU-1: of 110.00 with 10.00 in it, a fee of 22.00 is kept and taxed: 2.00 of tax stay. */
  @Test
  void a_fee_that_is_a_price_contains_its_tax() {
    Order order =
        taxed("US", PriceBasis.GROSS, 11000, new TaxLine("AU-GST", BigDecimal.TEN, eur(1000)));
    Quotation one = fees(order, new FeeRule.Flat(eur(2200)), List.of());
    assertThat(one.total()).isEqualTo(eur(8800));
    assertThat(one.taxesBack()).extracting(TaxLine::amount).containsExactly(eur(800));
    assertThat(one.text()).startsWith("countermand quotation 3\n");
  }

  /** The fee of 30.00 was kept with the first unit; what it bore of tax does not lower the cap. */
  @Test
  void tax_on_top_of_a_fee_does_not_count_as_the_fee() {
    Order order = taxed("US", PriceBasis.NET, 20000, new TaxLine("US-NY-SALES", RATE, eur(1650)));
    Quotation first = fees(order, new FeeRule.Flat(eur(3000)), List.of());
    Retention kept = first.deductions().get(0).retention();
    assertThat(kept.amount()).isEqualTo(eur(3247));
    assertThat(fees(order, new FeeRule.Flat(eur(4000)), List.of(kept)).deductions())
        .extracting(each -> each.amount().minor() - each.taxes().get(0).amount().minor())
        .containsExactly(-1000L);
    assertThat(fees(order, new FeeRule.Flat(eur(3000)), List.of(kept)).deductions()).isEmpty();
  }

  @Test
  void a_fee_with_its_tax_takes_no_more_than_comes_back() {
    Order order = taxed("US", PriceBasis.NET, 20000, new TaxLine("US-NY-SALES", RATE, eur(1650)));
    Quotation one = fees(order, new FeeRule.Flat(eur(99_000)), List.of());
    assertThat(one.total()).isEqualTo(eur(0));
    assertThat(one.taxesBack()).extracting(TaxLine::amount).containsExactly(eur(0));
  }

  @Test
  void a_flat_fee_is_asked_for_once_and_a_cap_holds_over_all_cancellations() {
    Order order = discounted("US");
    FeeRule flat = fee(new FeeRule.Flat(eur(250)), Optional.empty(), true, false);
    Quotation first = quote(order, PromotionEffect.KEEP, List.of(flat), 1, 1);
    assertThat(deducted(first)).isEqualTo(eur(-250));
    List<Retention> kept = first.deductions().stream().map(QuotedDeduction::retention).toList();
    Order claimed =
        TestOrders.claimed(order, Ids.next(), line(order, 1), first.lines().get(0).units(), false);
    Ask next = new Ask(line(order, 1), 1);
    Terms terms = new Terms(Map.of(), PromotionEffect.KEEP, List.of(flat));
    assertThat(quote(claimed, terms, kept, next).deductions()).isEmpty();

    FeeRule capped = fee(new FeeRule.Percent(1000), Optional.of(eur(300)), true, false);
    Terms cap = new Terms(Map.of(), PromotionEffect.KEEP, List.of(capped));
    assertThat(deducted(quote(claimed, cap, kept, next))).isEqualTo(eur(-50));
  }

  @Test
  void a_fee_is_asked_for_from_its_stage_on_and_for_its_class_only() {
    FeeRule late =
        new FeeRule(
            "LATE",
            new FeeRule.Percent(1000),
            Optional.empty(),
            FulfilmentStage.PACKED,
            Optional.empty(),
            true,
            false);
    assertThat(quote(discounted("US"), PromotionEffect.KEEP, List.of(late), 1, 1).deductions())
        .isEmpty();
    FeeRule services =
        new FeeRule(
            "SERVICE",
            new FeeRule.Percent(1000),
            Optional.empty(),
            FulfilmentStage.NOT_STARTED,
            Optional.of(ItemClass.SERVICE),
            true,
            false);
    assertThat(quote(discounted("US"), PromotionEffect.KEEP, List.of(services), 1, 1).deductions())
        .isEmpty();
  }

  @Test
  void wrapping_comes_back_with_the_thing_that_was_wrapped_and_duty_with_every_unit() {
    Order plain = discounted("DE");
    Charge wrap =
        new Charge(
            Ids.next(),
            Charge.Kind.GIFT_WRAP,
            Optional.of(line(plain, 2)),
            eur(300),
            List.of(),
            false);
    Charge duty = new Charge(Ids.next(), Charge.Kind.DUTY, eur(601), List.of(), false);
    Order order = paid(plain.buyer(), plain.lines(), List.of(wrap, duty));
    Quotation lamp = quote(order, PromotionEffect.KEEP, List.of(), 1, 1);
    assertThat(lamp.charges())
        .extracting(QuotedCharge::kind, QuotedCharge::total)
        .containsExactly(org.assertj.core.groups.Tuple.tuple(Charge.Kind.DUTY, eur(241)));
    Quotation shade = quote(order, PromotionEffect.KEEP, List.of(), 2, 1);
    assertThat(shade.charges())
        .extracting(QuotedCharge::kind)
        .containsExactly(Charge.Kind.GIFT_WRAP, Charge.Kind.DUTY);
  }

  @Test
  void three_cancellations_of_one_unit_come_to_as_much_as_one_of_three() {
    Order order = paid(buyer("US", Buyer.Kind.CONSUMER), List.of(thing(1, 3, 1000, 0)), List.of());
    FeeRule fee = fee(new FeeRule.Percent(777), Optional.empty(), true, false);
    Money whole = quote(order, PromotionEffect.KEEP, List.of(fee), 1, 3).total();
    Money parts = eur(0);
    List<Retention> kept = new ArrayList<>();
    Order left = order;
    Terms terms = new Terms(Map.of(), PromotionEffect.KEEP, List.of(fee));
    for (int i = 0; i < 3; i++) {
      Quotation part = quote(left, terms, kept, new Ask(line(order, 1), 1));
      parts = parts.plus(part.total());
      part.deductions().forEach(deduction -> kept.add(deduction.retention()));
      left =
          TestOrders.claimed(left, Ids.next(), line(order, 1), part.lines().get(0).units(), false);
    }
    assertThat(parts).isEqualTo(whole).isEqualTo(eur(923));
  }

  @Test
  void terms_are_read_as_they_were_written_and_unknown_words_are_refused() {
    Terms terms =
        new Terms(
            Map.of(Charge.Kind.DUTY, ChargeReturn.WITH_UNITS),
            PromotionEffect.PRORATE,
            List.of(
                fee(new FeeRule.Flat(eur(250)), Optional.of(eur(500)), true, false),
                fee(new FeeRule.Percent(1250), Optional.empty(), false, true)));
    assertThat(TermsText.read(TermsText.of(terms))).isEqualTo(terms);
    assertThatThrownBy(() -> TermsText.read("promotions\tKEEP\nfees\tnone\n"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> TermsText.read("charge\tDUTY\tWITH_UNITS\n"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static FeeRule fee(
      FeeRule.Amount amount, Optional<Money> cap, boolean disclosed, boolean reciprocal) {
    return new FeeRule(
        "RESTOCK",
        amount,
        cap,
        FulfilmentStage.NOT_STARTED,
        Optional.empty(),
        disclosed,
        reciprocal);
  }

  /** Two lamps for 80.00 and a shade for 20.00, ten percent off from 50.00 on. */
  private static Order discounted(String country) {
    return discounted(country, Buyer.Kind.CONSUMER);
  }

  private static Order discounted(String country, Buyer.Kind kind) {
    return paid(
        buyer(country, kind), List.of(thing(1, 2, 8000, -800), thing(2, 1, 2000, -200)), List.of());
  }

  private static Order taxed(String country, PriceBasis basis, long price, TaxLine tax) {
    OrderLine thing = thing(1, 1, price, 0);
    OrderLine line =
        new OrderLine(
            thing.id(),
            1,
            thing.sku(),
            thing.description(),
            ItemClass.GOODS,
            "",
            1,
            thing.goods(),
            List.of(),
            List.of(tax),
            Claims.NONE);
    return paid(buyer(country, Buyer.Kind.CONSUMER), basis, List.of(line), List.of());
  }

  private static Quotation fees(Order order, FeeRule.Amount amount, List<Retention> kept) {
    FeeRule rule = fee(amount, Optional.empty(), true, false);
    Terms terms = new Terms(Map.of(), PromotionEffect.KEEP, List.of(rule));
    return quote(order, terms, kept, new Ask(line(order, 1), 1));
  }

  private static OrderLine thing(int position, int quantity, long goods, long discount) {
    return new OrderLine(
        Ids.next(),
        position,
        "SKU-" + position,
        "Thing " + position,
        ItemClass.GOODS,
        "",
        quantity,
        eur(goods),
        discount == 0
            ? List.of()
            : List.of(new DiscountShare("FROM-50", eur(discount), Optional.of(eur(5000)))),
        List.of(),
        Claims.NONE);
  }

  private static Buyer buyer(String country, Buyer.Kind kind) {
    return new Buyer(
        kind, "Ana", "ana@example.org", Jurisdiction.of(country), Locale.ENGLISH, "", "");
  }

  private static Order paid(Buyer buyer, List<OrderLine> lines, List<Charge> charges) {
    return paid(buyer, PriceBasis.GROSS, lines, charges);
  }

  private static Order paid(
      Buyer buyer, PriceBasis basis, List<OrderLine> lines, List<Charge> charges) {
    Currency currency = Currency.getInstance("EUR");
    Order unpaid = TestOrders.of(buyer, currency, basis, lines, charges, List.of());
    Tender card =
        new Tender(
            Ids.next(),
            1,
            TenderKind.CARD,
            "stripe",
            "pi_1",
            "Visa •••• 4242",
            unpaid.total(),
            unpaid.total());
    return TestOrders.of(buyer, currency, basis, lines, charges, List.of(card));
  }

  private static Money deducted(Quotation quotation) {
    return quotation.deductions().stream().map(QuotedDeduction::amount).reduce(eur(0), Money::plus);
  }

  private static Quotation quote(
      Order order, PromotionEffect effect, List<FeeRule> fees, int position, int units) {
    Terms terms = new Terms(Terms.USUAL.charges(), effect, fees);
    return quote(order, terms, List.of(), new Ask(line(order, position), units));
  }

  private static Quotation quote(Order order, Terms terms, List<Retention> kept, Ask ask) {
    return quote(order, terms, kept, AT, ask);
  }

  private static Quotation quote(
      Order order, Terms terms, List<Retention> kept, Instant at, Ask ask) {
    List<TenderAccount> accounts =
        order.tenders().stream().map(t -> TenderAccount.opened(order.id(), t)).toList();
    return ((Decision.Accepted<Quotation>)
            Quoting.quote(Ids.next(), order, List.of(ask), new Standing(accounts, terms, kept), at))
        .value();
  }

  private static UUID line(Order order, int position) {
    return order.lines().get(position - 1).id();
  }

  private static Money eur(long minor) {
    return Money.of(minor, "EUR");
  }
}
