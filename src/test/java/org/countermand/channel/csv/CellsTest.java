package org.countermand.channel.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.countermand.channel.model.Dialect;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CellsTest {

  private final Cells english = cells('.', "yyyy-MM-dd HH:mm", "dd/MM/yyyy");
  private final Cells german = cells(',', "dd.MM.yyyy HH:mm:ss", "dd.MM.yy");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"1,234.50 | 1234.50", "-3 | -3", "0.001 | 0.001", "1 234 567.8 | 1234567.8"})
  void an_english_number_is_exact(String cell, String value) {
    assertThat(english.number(cell))
        .hasValueSatisfying(n -> assertThat(n).isEqualByComparingTo(value));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"1.234,50 | 1234.50", "2,1 | 2.1", "1'000 | 1000"})
  void a_german_number_is_exact(String cell, String value) {
    assertThat(german.number(cell))
        .hasValueSatisfying(n -> assertThat(n).isEqualByComparingTo(value));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "two", "1e9", "0x10", "1,2,3", "NaN", "1.23.4", "--1", "1.0000001"})
  void what_is_no_number_is_none(String cell) {
    assertThat(english.number(cell)).isEmpty();
  }

  @Test
  void units_are_whole_also_where_a_spreadsheet_wrote_decimals() {
    assertThat(english.whole("3.00")).contains(3);
    assertThat(german.whole("-1.200")).contains(-1200);
    assertThat(english.whole("3.5")).isEmpty();
    assertThat(english.whole("99999999999")).isEmpty();
  }

  @Test
  void a_date_has_one_of_the_shapes_and_exists() {
    assertThat(english.moment("2010-07-01 09:30")).hasToString("Optional[2010-07-01T09:30]");
    assertThat(english.moment("31/12/2010")).hasToString("Optional[2010-12-31T00:00]");
    assertThat(german.moment("01.07.10")).hasToString("Optional[2010-07-01T00:00]");
    assertThat(english.moment("30/02/2010")).isEmpty();
    assertThat(english.moment("12/31/2010")).isEmpty();
    assertThat(english.moment("31/12/0010")).isEmpty();
  }

  private static Cells cells(char mark, String... patterns) {
    return new Cells(new Dialect(';', "UTF-8", mark, List.of(patterns), "Europe/Berlin"));
  }
}
