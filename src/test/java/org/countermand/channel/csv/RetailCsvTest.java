package org.countermand.channel.csv;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.countermand.channel.model.OrderDay;
import org.countermand.channel.model.RowProblem;
import org.countermand.channel.model.RowReason;
import org.countermand.kernel.Decision;
import org.countermand.kernel.Finding;
import org.countermand.kernel.Jurisdiction;
import org.countermand.kernel.Money;
import org.countermand.kernel.ReasonCode;
import org.countermand.order.model.FulfilmentStage;
import org.countermand.order.model.ItemClass;
import org.countermand.order.model.NewOrder;
import org.countermand.order.model.Order;
import org.countermand.order.model.OrderLine;
import org.countermand.order.model.PriceBasis;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Rows of a wholesaler's export, good and bad. */
class RetailCsvTest {

  private static final String HEADER =
      "Invoice,StockCode,Description,Quantity,InvoiceDate,Price,Customer ID,Country\n";
  private static final String MUGS = "1001,22041,MUG,3,2010-07-01 09:30:00,2.10,13085,France\n";

  private final RetailCsv csv = new RetailCsv();

  @Test
  void the_rows_of_an_invoice_become_one_order_exactly_as_charged() {
    OrderDay day =
        read(HEADER + MUGS + "1001,POST,POSTAGE,1,2010-07-01 09:30:00,18.00,13085,France\n");

    assertThat(day.orders()).hasSize(1);
    NewOrder placed = day.orders().get(0);
    assertThat(placed.findings()).isEmpty();
    Order order = placed.order();
    assertThat(order.channelNumber()).isEqualTo("1001");
    assertThat(order.shop()).isEqualTo("retail");
    assertThat(order.priceBasis()).isEqualTo(PriceBasis.GROSS);
    assertThat(order.total()).isEqualTo(Money.of(630 + 1800, "GBP"));
    assertThat(order.lines())
        .extracting(OrderLine::position, OrderLine::sku, OrderLine::quantity, OrderLine::itemClass)
        .containsExactly(
            tuple(1, "22041", 3, ItemClass.GOODS), tuple(2, "POST", 1, ItemClass.SERVICE));
    assertThat(order.buyer().email()).isEqualTo("customer-13085@retail.example");
    assertThat(order.buyer().residence()).isEqualTo(Jurisdiction.of("FR"));
    assertThat(order.tenders().get(0).reference()).isEqualTo("pi_retail_1001");
    assertThat(order.tenders().get(0).captured()).isEqualTo(order.total());
    assertThat(order.fulfilments().get(0).stage()).isEqualTo(FulfilmentStage.NOT_STARTED);
    assertThat(order.fulfilments().get(0).lineIds())
        .containsExactly(order.lines().get(0).id(), order.lines().get(1).id());
  }

  @ParameterizedTest
  @CsvSource({
    "2010-07-01 09:30:00, 2010-07-01T08:30:00Z",
    "2010-12-01 09:30:00, 2010-12-01T09:30:00Z"
  })
  void the_time_of_an_order_is_by_the_clock_of_the_shop(String written, Instant instant) {
    OrderDay day = read(HEADER + MUGS.replace("2010-07-01 09:30:00", written));
    assertThat(day.orders().get(0).order().placedAt()).isEqualTo(instant);
  }

  @Test
  void equal_rows_of_an_invoice_are_separate_lines() {
    OrderDay day = read(HEADER + MUGS + MUGS);
    assertThat(day.orders().get(0).order().lines())
        .hasSize(2)
        .extracting(OrderLine::id)
        .doesNotHaveDuplicates();
  }

  @Test
  void rows_of_an_invoice_need_not_stand_together() {
    OrderDay day = read(HEADER + MUGS + MUGS.replace("1001", "1002") + MUGS);
    assertThat(day.orders())
        .extracting(order -> order.order().channelNumber() + ":" + order.order().lines().size())
        .containsExactly("1001:2", "1002:1");
  }

  @Test
  void the_exact_rows_are_kept_so_that_a_second_import_is_recognised() {
    String quoted = "1001,22041,\"MUG \"\"7\"\", \nBLUE\",1,2010-07-01 09:30:00,1,13085,France";
    String file = HEADER + quoted + "\n" + MUGS.replace("1001", "1002") + MUGS;
    OrderDay day = read(file);
    assertThat(day.orders().get(0).payload()).isEqualTo(HEADER + quoted + "\n" + MUGS);
    assertThat(day.orders().get(0).order().lines().get(0).description())
        .isEqualTo("MUG \"7\", \nBLUE");
    assertThat(read(file).orders().get(0).payload()).isEqualTo(day.orders().get(0).payload());
  }

  @Test
  void pence_in_pieces_are_rounded_half_up_on_the_line_and_counted() {
    OrderDay day =
        read(
            HEADER
                + MUGS.replace(",3,", ",1,").replace("2.10", "0.125")
                + MUGS.replace(",3,", ",8,").replace("2.10", "0.125"));
    assertThat(day.orders().get(0).order().lines())
        .extracting(line -> line.goods().minor())
        .containsExactly(13L, 100L);
    assertThat(day.rows().rounded()).isEqualTo(1);
  }

  @Test
  void every_other_row_is_reported_with_its_line_and_the_numbers_add_up() {
    OrderDay day =
        read(
            HEADER
                + MUGS
                + MUGS.replace("1001", "C1001").replace(",3,", ",-3,")
                + MUGS.replace("13085", "")
                + "1002,22041,\"MUG\nBLUE\",-3,2010-07-01 09:30:00,0.00,,France\n"
                + MUGS.replace("2.10", "0.00")
                + MUGS.replace("2.10", "two")
                + MUGS.replace("2010-07-01", "2010-02-30")
                + MUGS.replace("2010-07-01", "2010-07-02"));
    assertThat(day.rows().rows()).isEqualTo(7);
    assertThat(day.rows().orderLines()).isEqualTo(1);
    assertThat(day.rows().notOrdered())
        .isEqualTo(
            Map.of(
                RowReason.CANCELLATION, 1L,
                RowReason.NO_CUSTOMER, 1L,
                RowReason.NOT_POSITIVE_QUANTITY, 1L,
                RowReason.NO_PRICE, 1L,
                RowReason.NOT_READABLE, 2L));
    assertThat(day.rows().problems())
        .containsExactly(
            new RowProblem(3, RowReason.CANCELLATION, "Invoice"),
            new RowProblem(4, RowReason.NO_CUSTOMER, "Customer ID"),
            new RowProblem(5, RowReason.NOT_POSITIVE_QUANTITY, "Quantity"),
            new RowProblem(7, RowReason.NO_PRICE, "Price"),
            new RowProblem(8, RowReason.NOT_READABLE, "Price"),
            new RowProblem(9, RowReason.NOT_READABLE, "InvoiceDate"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Quantity   | 1001,22041,MUG,3.5,2010-07-01 09:30:00,2.10,13085,France",
        "Quantity   | 1001,22041,MUG,9999999999,2010-07-01 09:30:00,2.10,13085,France",
        "Price      | 1001,22041,MUG,3,2010-07-01 09:30:00,1e9,13085,France",
        "Price      | 1001,22041,MUG,3,2010-07-01 09:30:00,NaN,13085,France",
        "Price      | 1001,22041,MUG,3,2010-07-01 09:30:00,,13085,France",
        "Customer ID| 1001,22041,MUG,3,2010-07-01 09:30:00,2.10,a@b.example,France",
        "Country    | 1001,22041,MUG,3,2010-07-01 09:30:00,2.10,13085,Atlantis",
        "Invoice    | 10/01,22041,MUG,3,2010-07-01 09:30:00,2.10,13085,France",
        "StockCode  | 1001,,MUG,3,2010-07-01 09:30:00,2.10,13085,France",
        "InvoiceDate| 1001,22041,MUG,3,01/07/2010 09:30,2.10,13085,France",
        "''         | 1001,22041,MUG,3,2010-07-01 09:30:00,2.10,13085",
        "''         | 1001,22041,MUG,3,2010-07-01 09:30:00,2.10,13085,France,more",
        "''         | 1001,22041,\"MUG\"x,3,2010-07-01 09:30:00,2.10,13085,France",
      })
  void a_row_that_cannot_be_read_is_reported_and_spoils_no_other(String column, String row) {
    OrderDay day = read(HEADER + row + "\n" + MUGS);
    assertThat(day.rows().problems())
        .containsExactly(new RowProblem(2, RowReason.NOT_READABLE, column));
    assertThat(day.orders()).hasSize(1);
  }

  @Test
  void a_byte_that_is_no_utf8_spoils_its_row_only() {
    byte[] file = (HEADER + MUGS.replace("MUG", "M\u00DCG") + MUGS).getBytes(ISO_8859_1);
    OrderDay day = accepted(csv.read(new ByteArrayInputStream(file), Optional.empty()));
    assertThat(day.rows().problems())
        .containsExactly(new RowProblem(2, RowReason.NOT_READABLE, ""));
    assertThat(day.rows().orderLines()).isEqualTo(1);
  }

  @Test
  void a_character_that_no_database_keeps_spoils_its_row_only() {
    OrderDay day = read(HEADER + MUGS.replace("MUG", "M\u0000G") + MUGS);
    assertThat(day.rows().problems())
        .containsExactly(new RowProblem(2, RowReason.NOT_READABLE, ""));
    assertThat(day.rows().orderLines()).isEqualTo(1);
  }

  @Test
  void a_first_row_with_a_character_that_no_database_keeps_is_refused() {
    String header = HEADER.replace("Country", "Country,Col\u0000our");
    assertThat(csv.read(stream(header + MUGS), Optional.empty()))
        .isEqualTo(Decision.no(Finding.of(ReasonCode.MALFORMED, "line", 1)));
  }

  @Test
  void a_price_of_all_units_beyond_any_order_spoils_its_row_only() {
    String dear = MUGS.replace(",3,", ",999999999,").replace("2.10", "999999999.99");
    OrderDay day = read(HEADER + dear + MUGS);
    assertThat(day.rows().problems())
        .containsExactly(new RowProblem(2, RowReason.NOT_READABLE, "Price"));
    assertThat(day.rows().orderLines()).isEqualTo(1);
  }

  @Test
  void a_field_that_is_too_long_spoils_its_row_only() {
    String longest = "M".repeat(RawRow.LONGEST_FIELD);
    OrderDay day = read(HEADER + MUGS.replace("MUG", longest + "M") + MUGS.replace("MUG", longest));
    assertThat(day.rows().problems()).extracting(RowProblem::line).containsExactly(2L);
    assertThat(day.rows().orderLines()).isEqualTo(1);
  }

  @Test
  void an_invoice_of_two_customers_keeps_the_first() {
    OrderDay day = read(HEADER + MUGS + MUGS.replace("13085", "13086"));
    assertThat(day.rows().problems())
        .containsExactly(new RowProblem(3, RowReason.NOT_READABLE, "Customer ID"));
    assertThat(day.rows().rows()).isEqualTo(2);
  }

  @Test
  void a_missing_description_is_the_stock_code() {
    OrderDay day = read(HEADER + MUGS.replace("MUG", "nan"));
    assertThat(day.orders().get(0).order().lines().get(0).description()).isEqualTo("22041");
  }

  @ParameterizedTest
  @CsvSource({
    "POST, SERVICE",
    "post, SERVICE",
    "M, SERVICE",
    "D, SERVICE",
    "DOT, SERVICE",
    "C2, SERVICE",
    "BANK CHARGES, SERVICE",
    "ADJUST2, SERVICE",
    "TEST001, SERVICE",
    "gift_0001_30, SERVICE",
    "22041, GOODS",
    "DCGS0058, GOODS",
    "POSTER1, GOODS",
    "79323P, GOODS"
  })
  void what_is_no_goods_is_known_by_its_stock_code(String code, ItemClass expected) {
    assertThat(RetailStockCodes.itemClass(code)).isEqualTo(expected);
  }

  @Test
  void the_first_day_is_read_unless_another_is_asked_for() {
    String file = HEADER + MUGS + MUGS.replace("2010-07-01", "2010-07-02").replace("1001", "1002");
    assertThat(read(file).day()).isEqualTo("2010-07-01");
    OrderDay second = accepted(csv.read(stream(file), Optional.of(LocalDate.of(2010, 7, 2))));
    assertThat(second.orders())
        .extracting(order -> order.order().channelNumber())
        .containsExactly("1002");
    OrderDay third = accepted(csv.read(stream(file), Optional.of(LocalDate.of(2010, 7, 3))));
    assertThat(third.orders()).isEmpty();
    assertThat(third.rows().rows()).isZero();
  }

  @Test
  void a_byte_order_mark_windows_line_ends_and_gzip_change_nothing() throws IOException {
    List<NewOrder> plain = read(HEADER + MUGS).orders();
    String windows = ("\uFEFF" + HEADER + "\n" + MUGS).replace("\n", "\r\n");
    assertThat(read(windows).orders().get(0).payload()).isEqualTo(plain.get(0).payload());
    OrderDay unpacked = accepted(csv.read(stream(gzip(HEADER + MUGS)), Optional.empty()));
    assertThat(unpacked.orders().get(0).payload()).isEqualTo(plain.get(0).payload());
  }

  @Test
  void columns_are_found_by_name_in_any_order_among_others() {
    OrderDay day =
        read(
            "Country,Customer ID,Colour,Price,InvoiceDate,Quantity,Description,StockCode,Invoice\n"
                + "France,13085,blue,2.10,2010-07-01 09:30:00,3,MUG,22041,1001");
    assertThat(day.orders().get(0).order().total()).isEqualTo(Money.of(630, "GBP"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Invoice", "Quantity", "Customer ID", "Country"})
  void a_file_without_a_column_is_refused_by_the_name_of_the_column(String column) {
    assertThat(csv.read(stream(HEADER.replace(column, "Other") + MUGS), Optional.empty()))
        .isEqualTo(Decision.no(Finding.of(ReasonCode.FIELD_MISSING, "field", column)));
  }

  @Test
  void an_empty_file_and_one_without_rows_are_refused() {
    assertThat(csv.read(stream(""), Optional.empty()))
        .isEqualTo(Decision.no(Finding.of(ReasonCode.FIELD_MISSING, "field", "Invoice")));
    assertThat(csv.read(stream(HEADER), Optional.empty()))
        .isEqualTo(Decision.no(Finding.of(ReasonCode.MALFORMED, "line", 2)));
  }

  @Test
  void a_quote_that_never_ends_is_refused_with_the_line_of_its_row() {
    String endless = MUGS.replace("MUG", "\"MUG") + "x".repeat(RawRows.LONGEST_ROW);
    assertThat(csv.read(stream(HEADER + MUGS + endless), Optional.empty()))
        .isEqualTo(Decision.no(Finding.of(ReasonCode.TOO_LARGE, "line", 3)));
  }

  @Test
  void a_file_beyond_the_limit_is_refused_even_if_it_is_small_when_packed() throws IOException {
    byte[] packed = gzip(HEADER + MUGS.repeat(20_000));
    assertThat(packed.length).isLessThan(50_000);
    Decision<OrderDay> decision = csv.read(stream(packed), Optional.empty(), 1_000_000);
    assertThat(((Decision.Refused<OrderDay>) decision).findings().get(0).code())
        .isEqualTo(ReasonCode.TOO_LARGE);
  }

  @Test
  void a_day_beyond_what_fits_in_memory_is_refused() {
    Decision<OrderDay> decision =
        csv.read(stream(HEADER + MUGS.repeat(RetailDay.MOST_ROWS + 1)), Optional.empty());
    assertThat(decision)
        .isEqualTo(Decision.no(Finding.of(ReasonCode.TOO_LARGE, "line", RetailDay.MOST_ROWS + 2)));
  }

  @Test
  void a_gzip_that_is_cut_off_or_broken_is_malformed() throws IOException {
    byte[] packed = gzip(HEADER + MUGS.repeat(1_000));
    byte[] broken = packed.clone();
    Arrays.fill(broken, 20, 60, (byte) 0x55);
    for (byte[] bad : List.of(Arrays.copyOf(packed, packed.length / 2), broken)) {
      Decision<OrderDay> decision = csv.read(stream(bad), Optional.empty());
      assertThat(((Decision.Refused<OrderDay>) decision).findings().get(0).code())
          .isEqualTo(ReasonCode.MALFORMED);
    }
  }

  @Test
  void a_stream_that_fails_is_not_called_a_bad_file() {
    InputStream failing =
        new InputStream() {
          @Override
          public int read() throws IOException {
            throw new IOException("disk");
          }

          @Override
          public int read(byte[] bytes, int offset, int length) throws IOException {
            return read();
          }
        };
    assertThatThrownBy(() -> csv.read(failing, Optional.empty()))
        .isInstanceOf(UncheckedIOException.class);
  }

  private OrderDay read(String file) {
    return accepted(csv.read(stream(file), Optional.empty()));
  }

  private static OrderDay accepted(Decision<OrderDay> decision) {
    assertThat(decision).isInstanceOf(Decision.Accepted.class);
    return ((Decision.Accepted<OrderDay>) decision).value();
  }

  private static InputStream stream(String text) {
    return stream(text.getBytes(UTF_8));
  }

  private static InputStream stream(byte[] bytes) {
    return new ByteArrayInputStream(bytes);
  }

  private static byte[] gzip(String text) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
      out.write(text.getBytes(UTF_8));
    }
    return packed.toByteArray();
  }
}
