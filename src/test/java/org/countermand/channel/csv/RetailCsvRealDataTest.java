package org.countermand.channel.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.countermand.channel.model.OrderDay;
import org.countermand.channel.model.RowReason;
import org.countermand.kernel.Decision;
import org.countermand.kernel.Money;
import org.countermand.order.model.ItemClass;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * A year of a real wholesaler (UCI Online Retail II, 525,461 rows), day by day. The expected
 * numbers were counted with Python's {@code csv} and {@code decimal}:
 *
 * <pre>
 * import csv,gzip,collections; from decimal import Decimal as D
 * n=collections.Counter(); i=set(); t=D(0)
 * for r in csv.DictReader(gzip.open('online_retail_2009-2010.csv.gz','rt',newline='')):
 *     if r['InvoiceDate'][:10]!='2009-12-01': continue
 *     q,p=int(r['Quantity']),D(r['Price'])
 *     k=('CANCELLATION' if r['Invoice'][0]=='C' else 'QUANTITY' if q&lt;=0 else
 *        'PRICE' if p&lt;=0 else 'CUSTOMER' if not r['Customer ID'] else 'LINE')
 *     n[k]+=1
 *     if k=='LINE': i.add(r['Invoice']); t+=p*q
 * print(n,len(i),t)
 * </pre>
 */
@Tag("real-data")
class RetailCsvRealDataTest {

  private static final Path FILE =
      Path.of(System.getProperty("countermand.shared", "../shared"))
          .resolve("data/retail/online_retail_2009-2010.csv.gz");

  @BeforeAll
  static void theDataAreThere() {
    assumeTrue(Files.isReadable(FILE), "skipped: no real data at " + FILE);
  }

  @Test
  void the_first_day_is_what_was_counted_by_other_means() throws IOException {
    OrderDay day = read(Optional.empty());

    assertThat(day.day()).isEqualTo("2009-12-01");
    assertThat(day.rows().rows()).isEqualTo(3_223);
    assertThat(day.rows().orderLines()).isEqualTo(2_197);
    assertThat(day.rows().notOrdered())
        .isEqualTo(
            Map.of(
                RowReason.CANCELLATION, 110L,
                RowReason.NOT_POSITIVE_QUANTITY, 7L,
                RowReason.NO_PRICE, 1L,
                RowReason.NO_CUSTOMER, 908L));
    assertThat(day.rows().rounded()).isZero();
    assertThat(day.orders()).hasSize(98);
    assertThat(day.orders()).allSatisfy(order -> assertThat(order.findings()).isEmpty());
    assertThat(total(day)).isEqualTo(Money.of(44_048_69, "GBP"));
    assertThat(
            day.orders().stream()
                .flatMap(order -> order.order().lines().stream())
                .filter(line -> line.itemClass() == ItemClass.SERVICE))
        .hasSize(5);
  }

  @Test
  void a_day_with_pence_in_pieces_is_rounded_on_the_line_that_has_them() throws IOException {
    OrderDay day = read(Optional.of(LocalDate.of(2010, 11, 8)));

    assertThat(day.rows().rows()).isEqualTo(2_638);
    assertThat(day.rows().orderLines()).isEqualTo(1_734);
    assertThat(day.orders()).hasSize(76);
    assertThat(day.rows().rounded()).isEqualTo(1);
    // The file says 32,430.401: one unit at 0.001 pounds.
    assertThat(total(day)).isEqualTo(Money.of(32_430_40, "GBP"));
  }

  private static OrderDay read(Optional<LocalDate> day) throws IOException {
    try (InputStream file = Files.newInputStream(FILE)) {
      return ((Decision.Accepted<OrderDay>) new RetailCsv().read(file, day)).value();
    }
  }

  private static Money total(OrderDay day) {
    return day.orders().stream()
        .map(order -> order.order().total())
        .reduce(Money.of(0, "GBP"), Money::plus);
  }
}
