package org.countermand.channel.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.countermand.channel.csv.ShopFiles.HEADER;
import static org.countermand.channel.csv.ShopFiles.MUGS;
import static org.countermand.channel.csv.ShopFiles.mapping;
import static org.countermand.channel.csv.ShopFiles.read;
import static org.countermand.channel.csv.ShopFiles.utf8;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.countermand.channel.model.Dialect;
import org.countermand.channel.model.FileRefused;
import org.countermand.channel.model.FileRow;
import org.countermand.channel.model.Instruction;
import org.countermand.channel.model.OrderFiles;
import org.countermand.channel.model.RowFate;
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

class CsvOrderFilesTest {

  @Test
  void the_rows_of_an_invoice_become_one_order_exactly_as_charged() {
    NewOrder placed =
        read(HEADER + MUGS + "1001,POST,POSTAGE,1,2010-07-01 09:30:00,18.00,13085,France\n")
            .orders()
            .get(0);

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
    List<NewOrder> orders = read(HEADER + MUGS.replace("2010-07-01 09:30:00", written)).orders();
    assertThat(orders.get(0).order().placedAt()).isEqualTo(instant);
  }

  @Test
  void equal_rows_of_an_invoice_are_separate_lines() {
    assertThat(read(HEADER + MUGS + MUGS).orders().get(0).order().lines())
        .hasSize(2)
        .extracting(OrderLine::id)
        .doesNotHaveDuplicates();
  }

  @Test
  void the_exact_rows_are_kept_so_that_a_second_import_is_recognised() {
    String quoted = "1001,22041,\"MUG \"\"7\"\", \nBLUE\",1,2010-07-01 09:30:00,1,13085,France";
    List<NewOrder> orders =
        read(HEADER + quoted + "\n" + MUGS.replace("1001", "1002") + MUGS).orders();

    assertThat(orders).hasSize(2);
    assertThat(orders.get(0).payload()).isEqualTo(HEADER + quoted + "\n" + MUGS);
    assertThat(orders.get(0).order().lines().get(0).description()).isEqualTo("MUG \"7\", \nBLUE");
  }

  @Test
  void pence_in_pieces_are_rounded_half_up_on_the_line() {
    List<NewOrder> orders =
        read(HEADER
                + MUGS.replace(",3,", ",1,").replace("2.10", "0.125")
                + MUGS.replace(",3,", ",8,").replace("2.10", "0.125"))
            .orders();
    assertThat(orders.get(0).order().lines())
        .extracting(line -> line.goods().minor())
        .containsExactly(13L, 100L);
  }

  @Test
  void every_row_ends_in_one_place_with_its_line_and_column() {
    ShopFiles.Content content =
        read(
            HEADER
                + MUGS
                + MUGS.replace("1001", "C1001").replace(",3,", ",-3,")
                + MUGS.replace("1001", "C1002")
                + MUGS.replace("1001", "A1003").replace("2.10", "-1000")
                + MUGS.replace("13085", "")
                + "1002,22041,\"MUG\nBLUE\",-3,2010-07-01 09:30:00,0.00,,France\n"
                + MUGS.replace("2.10", "0.00")
                + MUGS.replace("2.10", "two")
                + MUGS.replace("2010-07-01", "2010-02-30")
                + MUGS.replace(",France", "")
                + MUGS.replace("France", "Atlantis"));

    assertThat(content.rows())
        .extracting(FileRow::line, FileRow::fate, FileRow::reason, FileRow::column)
        .containsExactly(
            tuple(2L, RowFate.ORDER_LINE, null, ""),
            tuple(3L, RowFate.INSTRUCTION, null, ""),
            tuple(4L, RowFate.REPORTED, RowReason.QUANTITY_NOT_SANE, "Quantity"),
            tuple(5L, RowFate.REPORTED, RowReason.ADJUSTMENT, "Invoice"),
            tuple(6L, RowFate.REPORTED, RowReason.NO_CUSTOMER, "Customer ID"),
            tuple(7L, RowFate.REPORTED, RowReason.QUANTITY_NOT_SANE, "Quantity"),
            tuple(9L, RowFate.REPORTED, RowReason.NO_PRICE, "Price"),
            tuple(10L, RowFate.REPORTED, RowReason.CELL_INVALID, "Price"),
            tuple(11L, RowFate.REPORTED, RowReason.CELL_INVALID, "InvoiceDate"),
            tuple(12L, RowFate.REPORTED, RowReason.NOT_READABLE, ""),
            tuple(13L, RowFate.REPORTED, RowReason.CELL_INVALID, "Country"));
    assertThat(content.rows().get(1).value()).isEqualByComparingTo(new BigDecimal("-6.30"));
  }

  @Test
  void a_row_of_another_buyer_does_not_slip_into_an_order() {
    ShopFiles.Content content = read(HEADER + MUGS + MUGS.replace("13085", "13086"));

    assertThat(content.orders().get(0).order().lines()).hasSize(1);
    assertThat(content.grouping().orders(content.rows()).reported())
        .extracting(FileRow::line, FileRow::reason)
        .containsExactly(tuple(3L, RowReason.ORDER_MIXED));
  }

  @Test
  void instructions_have_the_units_taken_back_and_a_place_in_their_number() {
    String back = MUGS.replace("1001", "C1001").replace(",3,", ",-3,");
    ShopFiles.Content content = read(HEADER + back + MUGS + back.replace("22041", "22042"));

    assertThat(content.grouping().instructions(content.as(RowFate.INSTRUCTION)))
        .extracting(
            Instruction::number, Instruction::position, Instruction::sku, Instruction::units)
        .containsExactly(tuple("C1001", 1, "22041", 3), tuple("C1001", 2, "22042", 3));
  }

  @Test
  void a_file_of_another_shop_is_read_as_its_mapping_says() throws IOException {
    Dialect german =
        new Dialect(';', "windows-1252", ',', List.of("dd.MM.yyyy HH:mm"), "Europe/Berlin");
    String file =
        HEADER.replace(',', ';')
            + "1001;22041;\"Becher; weiß\";3;01.07.2010 09:30;1.234,50;13085;Österreich\r\n";

    ShopFiles.Content content = read(file, mapping(german));

    Order order = content.orders().get(0).order();
    assertThat(order.lines().get(0).description()).isEqualTo("Becher; weiß");
    assertThat(order.total()).isEqualTo(Money.of(370_350, "GBP"));
    assertThat(order.placedAt()).isEqualTo("2010-07-01T07:30:00Z");
    assertThat(order.buyer().residence()).isEqualTo(Jurisdiction.of("AT"));
    Dialect guessed =
        ((Decision.Accepted<Dialect>)
                new CsvOrderFiles()
                    .guess(
                        new ByteArrayInputStream(
                            file.getBytes(java.nio.charset.Charset.forName("windows-1252")))))
            .value();
    assertThat(guessed.delimiter()).isEqualTo(';');
    assertThat(guessed.charset()).isEqualTo("windows-1252");
  }

  @Test
  void a_byte_order_mark_is_no_part_of_the_first_column() {
    assertThat(read("\uFEFF" + HEADER + MUGS).orders()).hasSize(1);
  }

  @Test
  void a_row_that_is_not_in_the_encoding_spoils_itself_only() {
    byte[] latin = MUGS.replace("MUG", "CAFÉ").getBytes(StandardCharsets.ISO_8859_1);
    byte[] file = joined(utf8(HEADER), latin, utf8(MUGS));

    assertThat(read(file, mapping()).rows())
        .extracting(FileRow::fate, FileRow::reason)
        .containsExactly(
            tuple(RowFate.REPORTED, RowReason.NOT_ENCODED), tuple(RowFate.ORDER_LINE, null));
  }

  @Test
  void a_quote_that_never_ends_spoils_its_line_only() {
    String broken = MUGS.replace("MUG", "\"MUG");
    assertThat(read(HEADER + broken + MUGS + MUGS).rows())
        .extracting(FileRow::line, FileRow::reason)
        .containsExactly(tuple(2L, RowReason.NOT_READABLE), tuple(3L, null), tuple(4L, null));
  }

  @Test
  void a_field_of_a_megabyte_is_cut_and_reported_and_the_next_row_is_read() {
    String huge = MUGS.replace("MUG", "M".repeat(1 << 20));
    List<FileRow> rows = read(HEADER + huge + MUGS).rows();

    assertThat(rows)
        .extracting(FileRow::line, FileRow::reason)
        .containsExactly(tuple(2L, RowReason.TOO_LONG), tuple(3L, null));
    assertThat(rows.get(0).text().length()).isLessThanOrEqualTo(RawRows.SHOWN + 1);
  }

  @Test
  void a_field_that_is_only_long_is_reported_with_its_column() {
    assertThat(read(HEADER + MUGS.replace("MUG", "M".repeat(20_000))).rows())
        .extracting(FileRow::reason, FileRow::column)
        .containsExactly(tuple(RowReason.TOO_LONG, "Description"));
  }

  @Test
  void a_quote_before_much_that_has_none_does_not_swallow_it() {
    String rest = MUGS.repeat(10_000);
    List<FileRow> rows = read(HEADER + MUGS.replace("MUG", "\"MUG") + rest).rows();

    assertThat(rows).hasSize(10_001);
    assertThat(rows.get(0).reason()).isEqualTo(RowReason.TOO_LONG);
    assertThat(rows.subList(1, rows.size())).allMatch(row -> row.fate() == RowFate.ORDER_LINE);
  }

  @Test
  void the_character_zero_is_not_let_through_to_the_database() {
    assertThat(read(HEADER + MUGS.replace("MUG", "M\0G")).rows())
        .extracting(FileRow::reason)
        .containsExactly(RowReason.NOT_READABLE);
  }

  @Test
  void a_price_beyond_all_numbers_spoils_its_row_only() {
    String beyond = MUGS.replace(",3,", ",999999999,").replace("2.10", "999999999999");
    assertThat(read(HEADER + beyond + MUGS).rows())
        .extracting(FileRow::reason, FileRow::column)
        .containsExactly(tuple(RowReason.CELL_INVALID, "Price"), tuple(null, ""));
  }

  @Test
  void a_name_with_a_line_end_could_end_a_letters_head_and_is_refused() {
    assertThat(read(HEADER + MUGS.replace("13085", "\"13085\nBcc: x\"")).rows())
        .extracting(FileRow::reason, FileRow::column)
        .containsExactly(tuple(RowReason.CELL_INVALID, "Customer ID"));
  }

  @Test
  void a_missing_column_is_named() throws IOException {
    assertThat(open(utf8(HEADER.replace("Price", "Cost") + MUGS), 1 << 20))
        .isEqualTo(Decision.no(List.of(Finding.of(ReasonCode.COLUMN_MISSING, "column", "Price"))));
  }

  @Test
  void an_empty_file_and_one_of_quotes_cannot_be_read() throws IOException {
    assertThat(open(utf8("\n\n"), 1 << 20))
        .isEqualTo(Decision.no(Finding.of(ReasonCode.MALFORMED, "line", 1)));
    assertThat(open(utf8("\"Invoice"), 1 << 20))
        .isEqualTo(Decision.no(Finding.of(ReasonCode.MALFORMED, "line", 1)));
  }

  @Test
  void what_unfolds_beyond_its_limit_is_refused_at_the_line() throws IOException {
    byte[] bomb = gzip(utf8(HEADER + MUGS.repeat(100_000)));
    OrderFiles.Rows rows = rows(open(bomb, 1 << 20));

    assertThatThrownBy(() -> drain(rows))
        .isInstanceOfSatisfying(
            FileRefused.class,
            refused -> assertThat(refused.finding().code()).isEqualTo(ReasonCode.TOO_LARGE));
  }

  @Test
  void a_file_that_was_cut_off_is_refused_where_it_ends() throws IOException {
    byte[] packed = gzip(utf8(HEADER + MUGS.repeat(100_000)));
    OrderFiles.Rows rows =
        rows(open(Arrays.copyOf(packed, packed.length - packed.length / 3), 512 << 20));

    assertThatThrownBy(() -> drain(rows))
        .isInstanceOfSatisfying(
            FileRefused.class,
            refused -> assertThat(refused.finding().code()).isEqualTo(ReasonCode.MALFORMED));
  }

  private static Decision<OrderFiles.Rows> open(byte[] file, long limit) throws IOException {
    return new CsvOrderFiles().open(new ByteArrayInputStream(file), mapping(), limit);
  }

  private static OrderFiles.Rows rows(Decision<OrderFiles.Rows> decision) {
    return ((Decision.Accepted<OrderFiles.Rows>) decision).value();
  }

  private static void drain(OrderFiles.Rows rows) throws IOException {
    while (rows.next().isPresent()) {
      assertThat(rows.cells()).hasSize(8);
    }
  }

  private static byte[] gzip(byte[] plain) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
      out.write(plain);
    }
    return packed.toByteArray();
  }

  private static byte[] joined(byte[]... parts) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      all.writeBytes(part);
    }
    return all.toByteArray();
  }
}
