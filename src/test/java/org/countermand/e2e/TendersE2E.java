package org.countermand.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import org.countermand.sandbox.shop.OrderDraft;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a buyer sees who has paid with a gift card, store credit and two bank cards. */
@InABrowser
class TendersE2E {

  @RegisterExtension final Visits visits = new Visits();

  private final Backstage backstage = new Backstage();

  @ParameterizedTest(name = "{0} in {1}")
  @CsvSource({
    "phone, en, Goes back onto Linden card •••• rs-1, at once, Credited back",
    "phone, de, Wieder gutgeschrieben auf Linden card •••• rs-2, sofort, Wieder gutgeschrieben",
    "desk, fr, Recrédité sur Linden card •••• rs-3, immédiatement, Recrédité",
  })
  void every_tender_has_its_own_row_and_credit_is_back_at_once(
      String where, String language, String onCard, String atOnce, String back) {
    String card = onCard.substring(onCard.length() - 4);
    OrderDraft bought =
        OrderDraft.anOrder("TENDERS-" + where + "-" + language)
            .line("SETUP-1", "Aufbau", 1, 12_000, 0, "SERVICE")
            .to("DE", language, "19")
            .by("Ana Muster", "tenders-" + where + "-" + language + "@example.org")
            .payingWithGiftCard("tende" + card, 2000)
            .payingWithCredit("credit-" + language, 1500)
            .payingWithSecondCard(3000)
            .confirmed();
    backstage.place(bought);
    Visitor visitor =
        visits.arrives((where.equals("phone") ? Manner.ON_A_PHONE : Manner.AT_A_DESK).in(language));
    Buyer buyer = new Buyer(backstage, visitor, bought);
    buyer.comesInByLink();
    buyer.chooses("SETUP-1", 1);
    buyer.asksForAmounts();
    visitor.inspects("tenders-quotation-" + language);
    assertThat(visitor.text())
        .contains(onCard)
        .contains(atOnce)
        .contains("Mastercard •••• 5454")
        .contains("Visa •••• 4242");
    buyer.agrees();
    buyer.confirms();
    backstage.awaitState(buyer.idInAddress(), "COMPLETED");
    visitor.open(visitor.page().url());
    assertThat(visitor.text()).contains(back);
    visitor.inspects("tenders-status-" + language);
  }
}
