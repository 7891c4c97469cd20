package org.countermand.tax.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.countermand.tax.model.TaxedOrders.tax;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.countermand.kernel.Finding;
import org.countermand.kernel.Jurisdiction;
import org.countermand.kernel.Money;
import org.countermand.kernel.ReasonCode;
import org.countermand.order.model.Buyer;
import org.countermand.order.model.Charge;
import org.countermand.order.model.Invoice;
import org.countermand.order.model.PriceBasis;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class RegimesTest {

  private static final LocalDate DAY = LocalDate.of(2026, 11, 22);
  private static final List<LocalDate> DAYS =
      List.of(
          LocalDate.of(1990, 1, 1),
          LocalDate.of(2010, 3, 15),
          LocalDate.of(2017, 5, 31),
          DAY,
          LocalDate.of(2031, 1, 1));

  static List<Regime> regimes() {
    return Regimes.all();
  }

  @Test
  void every_package_is_found() {
    assertThat(Regimes.all())
        .extracting(Regime::code)
        .containsExactlyInAnyOrder(
            "eu",
            "unitedkingdom",
            "switzerland",
            "norway",
            "unitedstates",
            "canada",
            "australia",
            "newzealand",
            "japan",
            "india",
            "singapore",
            "southkorea",
            "mexico",
            "brazil");
  }

  @Test
  void no_country_has_two() {
    assertThat(Arrays.stream(Locale.getISOCountries()).map(Jurisdiction::of))
        .allSatisfy(
            place ->
                assertThat(Regimes.all().stream().filter(regime -> regime.governs(place)))
                    .hasSizeLessThan(2));
  }

  @ParameterizedTest
  @CsvSource({
    "DE,eu", "GR,eu", "GB,unitedkingdom", "CH,switzerland", "NO,norway", "US,unitedstates",
    "CA,canada", "AU,australia", "NZ,newzealand", "JP,japan", "IN,india", "SG,singapore",
    "KR,southkorea", "MX,mexico", "BR,brazil", "KW,unknown", "TR,unknown"
  })
  void a_place_has_its_regime(String country, String code) {
    assertThat(Regimes.of(Jurisdiction.of(country)).code()).isEqualTo(code);
  }

  /** Whatever a regime may answer stands in its data, today and for old orders. */
  @ParameterizedTest
  @MethodSource("regimes")
  void a_regime_lacks_nothing(Regime regime) {
    Arrays.stream(Locale.getISOCountries())
        .map(Jurisdiction::of)
        .filter(regime::governs)
        .forEach(place -> lacksNothing(regime, place));
  }

  private static void lacksNothing(Regime regime, Jurisdiction place) {
    for (Buyer.Kind kind : Buyer.Kind.values()) {
      for (LocalDate on : DAYS) {
        for (boolean moved : new boolean[] {true, false}) {
          for (String invoice : List.of("", "INV-1")) {
            Supply supply = supply(place, kind, on, moved, invoice);
            for (boolean whole : new boolean[] {true, false}) {
              Reversal reversal =
                  new Reversal(
                      supply,
                      List.of(),
                      List.of(),
                      on.plusDays(1),
                      Money.of(0, "EUR"),
                      new Circumstances(whole, java.util.Optional.empty()));
              Ruling ruling = regime.rule(reversal, TaxedOrders.in("EUR").seller());
              assertThat(ruling.series()).as(place + " " + kind + " " + on).isNotBlank();
            }
          }
        }
      }
    }
    assertThat(regime.zone(place)).isNotNull();
  }

  private static Supply supply(
      Jurisdiction place, Buyer.Kind kind, LocalDate on, boolean moved, String invoice) {
    return new Supply(
        java.util.UUID.randomUUID(),
        "L-1",
        "Linden GmbH",
        place,
        PriceBasis.GROSS,
        java.util.Currency.getInstance("EUR"),
        new Invoice(invoice, on, null, ""),
        on,
        new Buyer(kind, "", "", place, Locale.ENGLISH, "", ""),
        moved,
        "");
  }

  /** Two documents of different kinds would take numbers from one series otherwise. */
  @Test
  void a_series_is_one_of_the_house() {
    assertThat(Regimes.all().stream().flatMap(regime -> regime.data().stream()))
        .filteredOn(datum -> datum.name().startsWith("series."))
        .isNotEmpty()
        .allSatisfy(datum -> assertThat(datum.value()).matches("[A-Z]{2,3}"));
  }

  @Test
  void every_number_has_a_source_and_what_is_general_knowledge_is_not_called_read() {
    assertThat(Regimes.all().stream().flatMap(regime -> regime.data().stream()))
        .isNotEmpty()
        .allSatisfy(
            datum -> {
              assertThat(datum.source()).as(datum.name()).isNotBlank();
              assertThat(datum.reviewed() && datum.source().equals("general knowledge"))
                  .as(datum.name())
                  .isFalse();
            });
  }

  @Test
  void a_line_of_data_without_mark_is_refused() {
    assertThatThrownBy(() -> Datum.read("fee.CONSUMER,*,,,OUTSIDE_SCOPE,,somewhere"))
        .hasMessageContaining("unreviewed");
    assertThatThrownBy(() -> Datum.read("fee.CONSUMER,*,,")).hasMessageContaining("cells");
  }

  @Test
  void the_rules_of_an_unknown_place_are_not_guessed() {
    TaxedOrders order =
        TaxedOrders.in("TRY").to("TR", "").line(3, "120.00", tax("TR-KDV", "20", "20.00 TRY"));

    Ruling ruling = order.ruling(order.units(1, 1));
    assertThat(ruling.document()).isEqualTo(DocumentKind.CREDIT_RECORD);
    assertThat(ruling.required()).isFalse();
    assertThat(ruling.taxes()).containsExactly(tax("TR-KDV", "20", "6.67 TRY"));
    assertThat(ruling.findings())
        .containsExactly(Finding.of(ReasonCode.TAX_PLACE_UNKNOWN, "place", "TR"));
  }

  /** Japan had no such tax before 1989, and the file knows nothing of it. */
  @Test
  void what_the_data_do_not_know_of_a_day_is_for_a_person_and_holds_nothing_up() {
    TaxedOrders order =
        TaxedOrders.in("JPY")
            .to("JP", "")
            .placed("1988-03-15T10:47:00Z")
            .invoiced("501172", "1988-03-15")
            .line(2, "110", tax("JP-JCT", "10", "10 JPY"));

    Ruling ruling = order.ruling(order.units(1, 1));
    assertThat(ruling.document()).isEqualTo(DocumentKind.CREDIT_RECORD);
    assertThat(ruling.taxes()).containsExactly(tax("JP-JCT", "10", "5 JPY"));
    assertThat(ruling.findings())
        .containsExactly(
            Finding.of(ReasonCode.TAX_RULES_UNKNOWN_THEN, "place", "JP", "day", "1988-03-15"));
  }

  @Test
  void taxes_of_two_countries_are_for_a_person() {
    TaxedOrders order =
        TaxedOrders.in("EUR")
            .line(1, "11.90", tax("DE-VAT", "19", "1.90 EUR"))
            .charge(Charge.Kind.SHIPPING, "12.00", tax("FR-VAT", "20", "2.00 EUR"));

    Ruling ruling = order.ruling(order.units(1, 1));
    assertThat(ruling.document()).isEqualTo(DocumentKind.CREDIT_RECORD);
    assertThat(ruling.findings())
        .containsExactly(Finding.of(ReasonCode.TAX_PLACE_UNCLEAR, "authorities", "DE-VAT, FR-VAT"));
  }

  @ParameterizedTest
  @CsvSource({
    "DE-VAT,DE",
    "US-CA-SALES,US-CA",
    "US-NY-TAX,US-NY",
    "CA-ON-HST,CA-ON",
    "CA-GST,CA",
    "IN-CGST,IN",
    "IN-MH-SGST,IN-MH",
    "JP-JCT,JP",
    "EL-VAT,GR",
    "DE-VAT-7,DE",
    "UK-VAT,GB"
  })
  void an_authority_names_its_place(String authority, String place) {
    TaxedOrders order =
        TaxedOrders.in("EUR").to("KW", "").line(1, "1.00", tax(authority, "5", "0.05 EUR"));

    assertThat(TaxPlace.of(order.order()).place()).hasToString(place);
    assertThat(TaxPlace.of(order.order()).doubt()).isEmpty();
  }

  @Test
  void an_authority_that_names_none_is_for_a_person() {
    TaxedOrders order = TaxedOrders.in("EUR").line(1, "1.00", tax("STATE", "5", "0.05 EUR"));

    assertThat(TaxPlace.of(order.order()).place()).hasToString("DE");
    assertThat(TaxPlace.of(order.order()).doubt()).isPresent();
  }

  @Test
  void without_tax_the_residence_is_the_place() {
    TaxedOrders order = TaxedOrders.in("USD").to("US", "OR").line(1, "1.00");

    assertThat(order.rest().supply().place()).isEqualTo(new Jurisdiction("US", "OR"));
    assertThat(order.ruling(order.units(1, 0)).findings()).isEmpty();
  }

  /** 23:30 UTC of the 20th is the 21st in Tokyo. */
  @Test
  void days_are_those_of_the_place() {
    TaxedOrders order =
        TaxedOrders.in("JPY")
            .to("JP", "")
            .placed("2026-11-20T23:30:00Z")
            .undoneAt("2026-11-21T15:00:00Z")
            .line(1, "110", tax("JP-JCT", "10", "10 JPY"));

    Undoing undoing = order.rest();
    assertThat(undoing.supply().orderedOn()).isEqualTo(LocalDate.of(2026, 11, 21));
    assertThat(undoing.on()).isEqualTo(LocalDate.of(2026, 11, 22));
  }
}
