package org.countermand.portal.customer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.countermand.order.model.TestOrders;
import org.junit.jupiter.api.Test;

class AmountsTableTest {

  @Test
  void rows_with_tax_inside_sum_up_to_the_total_without_the_tax() {
    Desk desk = new Desk();
    AmountsTable table = table(desk);

    assertThat(table.getRows())
        .extracting(AmountRow::amount)
        .containsExactly("€40.00", "-€3.00", "€4.90");
    assertThat(table.getTotal()).isEqualTo("€41.90");
    assertThat(table.getIncluded()).extracting(AmountRow::amount).containsExactly("€6.69");
    assertThat(table.getIncluded().get(0).label()).isEqualTo("of which tax at 19%");
  }

  @Test
  void rows_with_tax_on_top_sum_up_to_the_total_with_the_tax() {
    Desk desk =
        new Desk(TestOrders.anOrder().net().of(3, 3000, -300, 513).of(1, 1000, 0, 190).order());
    AmountsTable table = table(desk);

    assertThat(table.getRows())
        .extracting(AmountRow::amount)
        .containsExactly("€40.00", "-€3.00", "€7.03");
    assertThat(table.getTotal()).isEqualTo("€44.03");
    assertThat(table.getIncluded()).isEmpty();
  }

  @Test
  void the_ways_say_what_happens_to_the_tender_and_by_when() {
    Desk desk = new Desk();
    desk.locale = Locale.GERMAN;

    AmountRow way = table(desk).getWays().get(0);

    assertThat(way.label()).contains("Visa •••• 4242");
    assertThat(way.note()).contains("30. November 2026");
    assertThat(way.amount()).isEqualTo("41,90\u00a0€");
  }

  private static AmountsTable table(Desk desk) {
    return new AmountsTable(
        desk.order, desk.quotation(desk.ask(0, 3), desk.ask(1, 1)), desk.sentences());
  }
}
