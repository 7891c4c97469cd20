package org.countermand.channel.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReportCsvTest {

  @Test
  void a_row_is_quoted_and_its_numbers_are_plain() {
    assertThat(ReportCsv.row(row("1001,\"MUG\",3", "1001", new BigDecimal("-6.3000"))))
        .isEqualTo("7,NO_PRICE,\"Price\",\"1001\",3,-6.3,\"1001,\"\"MUG\"\",3\"\r\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1"})
  void what_a_spreadsheet_would_take_for_a_formula_is_text(String hostile) {
    assertThat(ReportCsv.row(row(hostile, hostile, BigDecimal.ZERO)))
        .contains(",\"'" + hostile + "\",3,0,\"'" + hostile + "\"");
  }

  private static FileRow row(String text, String number, BigDecimal value) {
    return new FileRow(7, RowFate.REPORTED, RowReason.NO_PRICE, "Price", number, 3, value, text);
  }
}
