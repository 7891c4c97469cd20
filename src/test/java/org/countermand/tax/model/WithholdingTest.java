package org.countermand.tax.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.countermand.tax.model.TaxedOrders.tax;

import java.util.ArrayList;
import java.util.List;
import org.countermand.kernel.Money;
import org.countermand.order.model.PriceBasis;
import org.countermand.order.model.TaxLine;
import org.junit.jupiter.api.Test;

class WithholdingTest {

  /** 100.00 with 15.97 at 19 % and 0.03 at 7 %. */
  private static List<ReversedItem> items() {
    return TaxedOrders.in("EUR")
        .line(1, "99.54", tax("DE-VAT", "19", "15.89 EUR"))
        .line(1, "0.46", tax("DE-VAT", "7", "0.03 EUR"))
        .rest()
        .items();
  }

  private static Withholding.Ask promotion(String amount) {
    return new Withholding.Ask(Withheld.Kind.PROMOTION, "AUTUMN", Money.parse(amount + " EUR"));
  }

  private static Withholding.Ask fee(String code, String amount) {
    return new Withholding.Ask(Withheld.Kind.FEE, code, Money.parse(amount + " EUR"));
  }

  private static List<Withheld> withheld(
      FeeTreatment treatment, List<Withheld> before, Withholding.Ask... asks) {
    return Withholding.of(treatment, tax -> true, PriceBasis.GROSS, items(), List.of(asks), before);
  }

  private static List<Money> sums(List<Withheld> withheld) {
    return TaxReversal.summed(withheld.stream().flatMap(w -> w.taxes().stream()).toList()).stream()
        .map(TaxLine::amount)
        .toList();
  }

  /** 10 % of 15.89 = 1.589 and of 0.03 = 0.003, which is nothing and is not told. */
  @Test
  void a_discount_taken_back_contains_tax_in_proportion() {
    assertThat(withheld(FeeTreatment.OUTSIDE_SCOPE, List.of(), promotion("10.00")).get(0).taxes())
        .containsExactly(tax("DE-VAT", "19", "1.59 EUR"));
  }

  @Test
  void a_whole_price_withheld_contains_exactly_its_tax() {
    List<Withheld> thirds =
        withheld(
            FeeTreatment.TAX_INCLUDED,
            List.of(),
            fee("A", "33.33"),
            fee("B", "33.33"),
            fee("C", "33.34"));

    assertThat(sums(thirds)).containsExactly(Money.parse("15.89 EUR"), Money.parse("0.03 EUR"));
  }

  @Test
  void a_price_not_refunded_keeps_its_tax_on_top() {
    List<Withheld> all =
        withheld(FeeTreatment.PRICE_NOT_REFUNDED, List.of(), fee("A", "40.00"), fee("B", "44.08"));

    // The price without tax is 84.08.
    assertThat(sums(all)).containsExactly(Money.parse("15.89 EUR"), Money.parse("0.03 EUR"));
    assertThat(all.get(0).amount().plus(all.get(1).amount())).isEqualTo(Money.parse("100.00 EUR"));
  }

  @Test
  void what_is_no_price_contains_none() {
    assertThat(withheld(FeeTreatment.OUTSIDE_SCOPE, List.of(), fee("A", "40.00")).get(0).taxes())
        .isEmpty();
    assertThat(
            withheld(
                    FeeTreatment.TAX_INCLUDED,
                    List.of(),
                    new Withholding.Ask(
                        Withheld.Kind.ROUNDING, "ROUNDING", Money.parse("0.01 EUR")))
                .get(0)
                .taxes())
        .isEmpty();
  }

  @Test
  void what_is_given_back_is_the_inverse_and_the_last_of_it_exact() {
    List<Withheld> history = new ArrayList<>();
    for (String amount : List.of("3.33", "3.34", "-2.22", "-2.22", "-2.23")) {
      history.addAll(withheld(FeeTreatment.OUTSIDE_SCOPE, history, promotion(amount)));
    }

    assertThat(sums(history)).allMatch(Money::isZero);
    assertThat(history.get(2).taxes()).allMatch(tax -> tax.amount().isNegative());
  }

  @Test
  void more_tax_than_there_is_is_never_withheld() {
    List<Withheld> all =
        withheld(FeeTreatment.TAX_INCLUDED, List.of(), promotion("50.00"), fee("A", "50.00"));

    assertThat(sums(all)).containsExactly(Money.parse("15.89 EUR"), Money.parse("0.03 EUR"));
  }
}
