package org.countermand.refund.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.countermand.order.model.TestOrders.anOrder;
import static org.countermand.order.model.TestOrders.anOrderIn;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.countermand.kernel.Decision;
import org.countermand.kernel.Finding;
import org.countermand.kernel.Ids;
import org.countermand.kernel.Money;
import org.countermand.kernel.ReasonCode;
import org.countermand.order.model.Ask;
import org.countermand.order.model.Order;
import org.countermand.order.model.OrderLine;
import org.countermand.order.model.TaxLine;
import org.countermand.order.model.TestOrders;
import org.countermand.order.model.UnitRange;
import org.countermand.payment.model.PartKind;
import org.countermand.payment.model.TenderAccount;
import org.junit.jupiter.api.Test;

class QuotingTest {

  private static final Instant AT = Instant.parse("2026-11-23T09:00:00Z");
  private static final long SEED = 4711L;

  @Test
  void one_of_three_comes_back_by_its_frozen_share_with_its_tax() {
    Order order = anOrder().of(3, 1000, 0, 160).shipping(490, 78).order();
    Quotation quotation = quote(order, line(order, 1), 1);
    assertThat(quotation.total()).isEqualTo(eur(333));
    assertThat(quotation.taxes()).extracting(TaxLine::amount).containsExactly(eur(53));
    assertThat(quotation.charges()).isEmpty();
    assertThat(quotation.tenders()).extracting(QuotedTender::kind).containsExactly(PartKind.REFUND);
  }

  @Test
  void the_last_units_bring_the_shipping_back() {
    Order order = anOrder().of(2, 1000, 0, 160).shipping(490, 78).order();
    assertThat(quote(order, line(order, 1), 2).total()).isEqualTo(eur(1490));
  }

  @Test
  void shipping_that_came_back_once_does_not_come_back_again() {
    Order order = anOrder().of(2, 1000, 0, 160).shipping(490, 78).order();
    Order claimed =
        TestOrders.claimed(
            order,
            Ids.next(),
            line(order, 1),
            List.of(new org.countermand.order.model.UnitRange(1, 1)),
            true);
    assertThat(quote(claimed, line(order, 1), 1).total()).isEqualTo(eur(500));
  }

  @Test
  void net_prices_bring_their_tax_on_top() {
    Order order = anOrder().net().of(2, 1000, 0, 190).paid(1190, 1190).order();
    assertThat(quote(order, line(order, 1), 1).total()).isEqualTo(eur(595));
  }

  @Test
  void a_part_of_an_authorization_lowers_the_ceiling_and_the_whole_is_voided() {
    Order order = anOrder().of(2, 1000, 0, 0).paid(1000, 0).order();
    assertThat(quote(order, line(order, 1), 1).tenders())
        .extracting(QuotedTender::kind)
        .containsExactly(PartKind.CEILING);
    assertThat(quote(order, line(order, 1), 2).tenders())
        .extracting(QuotedTender::kind)
        .containsExactly(PartKind.VOID);
  }

  @Test
  void the_text_says_everything_and_is_read_back_as_the_same_quotation() {
    Order order = anOrder().of(3, 1000, -100, 144).of(1, 500, 0, 80).shipping(490, 78).order();
    Quotation quotation = all(order);
    Quotation read = QuotationText.read(quotation.text());
    assertThat(read).isEqualTo(quotation);
    assertThat(read.digest()).isEqualTo(quotation.digest());
  }

  @Test
  void a_cent_more_is_another_promise() {
    Order one = anOrder().of(1, 1000, 0, 0).order();
    Order other = anOrder().of(1, 1001, 0, 0).order();
    assertThat(all(one).samePromise(all(other))).isFalse();
    assertThat(all(one).samePromise(quote(one, line(one, 1), 1))).isTrue();
  }

  /** Whatever is cancelled in whatever parts and order, in the end all that was paid is back. */
  @Test
  void any_sequence_of_partial_cancellations_returns_exactly_what_was_charged() {
    Random random = new Random(SEED);
    String[] currencies = {"EUR", "JPY", "KWD", "HUF"};
    for (int i = 0; i < 3_000; i++) {
      Order order = random(random, currencies[i % currencies.length]);
      Money paid = order.total();
      Money returned = order.zero();
      Money taxBack = order.zero();
      List<UUID> units = new ArrayList<>();
      order.lines().forEach(l -> units.addAll(Collections.nCopies(l.quantity(), l.id())));
      Collections.shuffle(units, random);
      while (!units.isEmpty()) {
        UUID line = units.get(0);
        int count =
            1 + random.nextInt(Math.max(1, (int) units.stream().filter(line::equals).count()));
        for (int n = 0; n < count; n++) {
          units.remove(line);
        }
        Quotation quotation = quote(order, line, count);
        assertThat(quotation.total().isNegative()).isFalse();
        returned = returned.plus(quotation.total());
        taxBack = quotation.taxes().stream().map(TaxLine::amount).reduce(taxBack, Money::plus);
        order =
            TestOrders.claimed(
                order,
                Ids.next(),
                line,
                quotation.lines().get(0).units(),
                !quotation.charges().isEmpty());
      }
      assertThat(returned).as("seed %d, case %d", SEED, i).isEqualTo(paid);
      assertThat(taxBack).as("tax, seed %d, case %d", SEED, i).isEqualTo(taxOf(order));
    }
  }

  @Test
  void a_part_that_the_gateway_cannot_write_is_refused_and_the_whole_is_not() {
    Order order = anOrderIn("KWD").of(2, 10_250, 0, 0).of(1, 4_995, 0, 0).of(1, 5, 0, 0).order();
    Ask half = new Ask(line(order, 1), 1);

    assertThat(order.shareStep()).as("one amount is no multiple of ten").isEqualTo(1);
    assertThat(decide(order, List.of(half)))
        .isEqualTo(
            Decision.no(Finding.of(ReasonCode.AMOUNT_INEXACT, "amount", Money.of(5_125, "KWD"))));
    assertThat(all(order).total()).isEqualTo(Money.of(15_250, "KWD"));
  }

  /** It was promised as part of the whole; that a plan stops here would keep what is owed. */
  @Test
  void what_a_warehouse_could_hold_is_quoted_even_if_the_gateway_cannot_write_it() {
    Order order = anOrderIn("KWD").of(2, 10_250, 0, 0).of(1, 4_995, 0, 0).of(1, 5, 0, 0).order();
    List<TenderAccount> accounts =
        order.tenders().stream().map(t -> TenderAccount.opened(order.id(), t)).toList();
    Decision<Quotation> held =
        Quoting.quoteHeld(
            Ids.next(),
            order,
            Map.of(line(order, 1), List.of(new UnitRange(1, 1))),
            Standing.usual(accounts),
            AT);
    assertThat(held.map(Quotation::total)).isEqualTo(Decision.yes(Money.of(5_125, "KWD")));
  }

  @Test
  void dinars_are_shared_out_in_steps_that_the_gateway_can_pay() {
    Order order = anOrderIn("KWD").of(2, 10_250, 0, 0).order();
    assertThat(quote(order, line(order, 1), 1).total()).isEqualTo(Money.of(5_130, "KWD"));
  }

  private static Order random(Random random, String currency) {
    TestOrders order = anOrderIn(currency);
    long step = currency.equals("KWD") ? 10 : 1;
    if (random.nextBoolean()) {
      order.net();
    }
    int lines = 1 + random.nextInt(4);
    for (int l = 0; l < lines; l++) {
      long goods = random.nextInt(100_000);
      long discount = random.nextBoolean() ? -random.nextInt((int) goods / 2 + 1) : 0;
      long tax = random.nextInt((int) (goods / 4) + 1);
      order.of(1 + random.nextInt(7), goods * step, discount * step, tax * step);
    }
    if (random.nextBoolean()) {
      order.shipping((1 + random.nextInt(900)) * step, random.nextInt(100) * step);
    }
    return order.order();
  }

  private static Money taxOf(Order order) {
    Money lines =
        order.lines().stream()
            .map(OrderLine::taxes)
            .flatMap(List::stream)
            .map(TaxLine::amount)
            .reduce(order.zero(), Money::plus);
    return order.charges().stream()
        .flatMap(charge -> charge.taxes().stream())
        .map(TaxLine::amount)
        .reduce(lines, Money::plus);
  }

  private static Quotation all(Order order) {
    return quote(order, order.lines().stream().map(l -> new Ask(l.id(), l.quantity())).toList());
  }

  private static Quotation quote(Order order, UUID line, int units) {
    return quote(order, List.of(new Ask(line, units)));
  }

  private static Quotation quote(Order order, List<Ask> asks) {
    return ((Decision.Accepted<Quotation>) decide(order, asks)).value();
  }

  private static Decision<Quotation> decide(Order order, List<Ask> asks) {
    List<TenderAccount> accounts =
        order.tenders().stream().map(t -> TenderAccount.opened(order.id(), t)).toList();
    return Quoting.quote(Ids.next(), order, asks, Standing.usual(accounts), AT);
  }

  private static UUID line(Order order, int position) {
    return order.lines().get(position - 1).id();
  }

  private static Money eur(long minor) {
    return Money.of(minor, "EUR");
  }
}
