package org.countermand.tax.ubl;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.countermand.tax.model.TaxedOrders.tax;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.countermand.kernel.Money;
import org.countermand.order.model.Charge;
import org.countermand.tax.model.CreditDocument;
import org.countermand.tax.model.TaxedOrders;
import org.countermand.tax.model.Withheld;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What differs from the document is told, wherever it stands. */
class ExactCheckTest {

  private static final BigDecimal CENT = new BigDecimal("0.01");

  private final CreditDocument document = withEverything();
  private final String xml =
      new String(new UblCreditNotes(UblCreditNotes.EN_16931).write(document).bytes(), UTF_8);

  private static CreditDocument withEverything() {
    TaxedOrders order =
        TaxedOrders.in("EUR")
            .registered("VAT-DE", "DE123456789")
            .line(3, "29.97", tax("DE-VAT", "19", "4.79 EUR"))
            .line(2, "25.80", tax("DE-VAT", "7", "1.69 EUR"))
            .line(1, "8.00", tax("DE-VAT", "0", "0.00 EUR"))
            .charge(
                Charge.Kind.SHIPPING,
                "4.90",
                tax("DE-VAT", "19", "0.65 EUR"),
                tax("DE-VAT", "7", "0.06 EUR"))
            .charge(Charge.Kind.ROUNDING, "0.03");
    return order.document(
        "CN-1",
        Locale.ENGLISH,
        order.rest(),
        new Withheld(
            Withheld.Kind.PROMOTION,
            "AUTUMN",
            Money.parse("11.90 EUR"),
            List.of(tax("DE-VAT", "19", "1.90 EUR"))),
        new Withheld(
            Withheld.Kind.PROMOTION,
            "SPRING",
            Money.parse("-1.07 EUR"),
            List.of(tax("DE-VAT", "7", "-0.07 EUR"))),
        new Withheld(Withheld.Kind.FEE, "HANDLING", Money.parse("2.00 EUR"), List.of()));
  }

  private List<String> differences(String changed) {
    return new ExactCheck(document, changed.getBytes(UTF_8)).differences();
  }

  @Test
  void nothing_differs() {
    assertThat(differences(xml)).isEmpty();
  }

  /** Each amount in turn, a cent more and a cent less. */
  @Test
  void a_cent_anywhere_is_told() {
    List<MatchResult> amounts =
        Pattern.compile("currencyID=\"EUR\">([-0-9.]+)<").matcher(xml).results().toList();
    // 5 lines with net and price, 2 adjustments, 1 + 3 × 2 of tax, 8 totals.
    assertThat(amounts).hasSize(27);
    for (MatchResult amount : amounts) {
      for (BigDecimal cent : List.of(CENT, CENT.negate())) {
        String wrong = new BigDecimal(amount.group(1)).add(cent).toPlainString();
        String changed = xml.substring(0, amount.start(1)) + wrong + xml.substring(amount.end(1));
        assertThat(differences(changed)).as(amount.group() + " as " + wrong).isNotEmpty();
      }
    }
  }

  /** Tax moved from one rate to the other: every sum of the standard is still right. */
  @Test
  void a_cent_at_the_wrong_rate_is_told() {
    String tax = "<cbc:TaxAmount currencyID=\"EUR\">";
    String changed =
        xml.replace(tax + "3.54<", tax + "3.55<").replace(tax + "1.82<", tax + "1.81<");

    assertThat(differences(changed))
        .containsExactly("tax at 7: 1.82, 1.81", "tax at 19: 3.54, 3.55");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<cbc:ID>CN-1</cbc:ID> | <cbc:ID>CN-2</cbc:ID> | number: CN-1, CN-2",
        "2026-11-22 | 2026-11-23 | issued on: 2026-11-22, 2026-11-23",
        "2026-11-20 | 2026-11-21 | original issued on: 2026-11-20, 2026-11-21",
        "INV-1 | INV-2 | original: INV-1, INV-2",
        ">381< | >380< | type: 381, 380",
        ">EUR< | >USD< | currency: EUR, USD"
      })
  void other_facts_are_told(String right, String wrong, String difference) {
    assertThat(xml).contains(right);
    assertThat(differences(xml.replace(right, wrong))).containsExactly(difference);
  }

  @Test
  void lines_and_currencies_are_told() {
    String line = xml.substring(xml.lastIndexOf("<cac:CreditNoteLine>"), xml.lastIndexOf("</Cr"));

    assertThat(differences(xml.replace(line, "")))
        .contains("item 4 net: 4.19, 3.35", "taxable at S 7: 25.11, 25.95");
    assertThat(differences(xml.replace("\"EUR\">8.00", "\"USD\">8.00")))
        .contains("currency of an amount: EUR, USD");
    assertThat(differences(xml.replace(">3</cbc:CreditedQ", ">2</cbc:CreditedQ")))
        .contains("item 1 quantity: 3, 2");
  }

  @Test
  void what_cannot_be_read_is_told() {
    assertThat(differences(xml.substring(0, xml.length() / 2))).hasSize(1);
    assertThat(differences("<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]><a>&b;</a>"))
        .singleElement()
        .asString()
        .contains("DOCTYPE");
  }
}
