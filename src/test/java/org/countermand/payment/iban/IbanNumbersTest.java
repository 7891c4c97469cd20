package org.countermand.payment.iban;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.countermand.kernel.Decision;
import org.countermand.kernel.Finding;
import org.countermand.kernel.ReasonCode;
import org.countermand.payment.model.Beneficiary;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What people type into the fields of an account. */
class IbanNumbersTest {

  private final IbanNumbers numbers = new IbanNumbers();

  @ParameterizedTest
  @CsvSource({
    "DE89 3704 0044 0532 0130 00,DE89370400440532013000",
    "de89370400440532013000,DE89370400440532013000",
    "' at61 1904 3002 3457 3201 ',AT611904300234573201",
    "fr14 2004 1010 0505 0001 3m02 606,FR1420041010050500013M02606",
    "CH93 0076 2011 6238 5295 7,CH9300762011623852957",
    "DE89\u00a03704\u00a00044\u00a00532\u00a00130\u00a000,DE89370400440532013000"
  })
  void numbers_are_read_in_any_case_and_with_spaces(String typed, String read) {
    assertThat(of("Ana Muster", typed))
        .isEqualTo(Decision.yes(new Beneficiary("Ana Muster", read)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "DE88370400440532013000", // check digits
        "DE8937040044053201300", // too short
        "DE893704004405320130000", // too long
        "DE89370400440532O13000", // a letter instead of a digit
        "XX89370400440532013000", // no such country
        "89370400440532013000",
        "D",
        "DE",
        "IBAN DE89370400440532013000",
        "DE89-3704-0044-0532-0130-00",
        "ＤＥ89370400440532013000",
        "'; DROP TABLE payout; --"
      })
  void wrong_numbers_are_found(String typed) {
    assertThat(of("Ana Muster", typed)).isEqualTo(Decision.no(ReasonCode.IBAN_INVALID));
  }

  @Test
  void a_right_number_that_no_transfer_reaches_is_told_as_that() {
    assertThat(of("Ana Muster", "BR18 0036 0305 0000 1000 9795 493C 1"))
        .isEqualTo(Decision.no(Finding.of(ReasonCode.IBAN_OUTSIDE_SEPA, "country", "BR")));
  }

  @Test
  void everything_that_is_wrong_is_told_at_once() {
    assertThat(of(" ", ""))
        .isEqualTo(
            Decision.no(
                List.of(
                    Finding.of(ReasonCode.FIELD_MISSING, "field", "holder"),
                    Finding.of(ReasonCode.FIELD_MISSING, "field", "iban"))));
    assertThat(of("x".repeat(71), "DE"))
        .isEqualTo(
            Decision.no(
                List.of(
                    Finding.of(ReasonCode.FIELD_INVALID, "field", "holder"),
                    Finding.of(ReasonCode.IBAN_INVALID))));
  }

  @Test
  void an_account_tells_no_log_whose_it_is() {
    Beneficiary account = new Beneficiary("Ana Muster", "DE89370400440532013000");

    assertThat(account.toString()).doesNotContain("Ana").doesNotContain("DE89").contains("3000");
    assertThat(account.isNamed("ANA  MUSTER")).isTrue();
    assertThat(account.isNamed("Ben Muster")).isFalse();
  }

  private Decision<Beneficiary> of(String holder, String iban) {
    return Beneficiary.of(holder, iban, numbers);
  }
}
