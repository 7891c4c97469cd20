package org.countermand.channel.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.countermand.channel.model.FileRow;
import org.countermand.channel.model.Instruction;
import org.countermand.channel.model.Linking;
import org.countermand.channel.model.RowFate;
import org.countermand.channel.model.RowReason;
import org.countermand.kernel.Money;
import org.countermand.order.model.NewOrder;
import org.countermand.order.model.OrderLine;
import org.countermand.order.model.Purchase;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The whole of the real file, against what was counted by other means. */
@Tag("real-data")
@Tag("soak")
class RetailFileRealDataTest {

  private static final Path FILE =
      Path.of(System.getProperty("countermand.shared", "../shared"))
          .resolve("data/retail/online_retail_2009-2010.csv.gz");

  private static ShopFiles.Content content;
  private static List<NewOrder> orders;

  @BeforeAll
  static void read() throws IOException {
    assumeTrue(Files.isReadable(FILE), "skipped: no real data at " + FILE);
    try (InputStream file = Files.newInputStream(FILE)) {
      content = ShopFiles.read(file, ShopFiles.mapping());
    }
    List<FileRow> lines =
        content.as(RowFate.ORDER_LINE).stream()
            .sorted(Comparator.comparing(FileRow::number).thenComparing(FileRow::line))
            .toList();
    orders = content.grouping().orders(lines).orders();
  }

  @Test
  void every_row_ends_where_it_was_counted() {
    Map<RowReason, Integer> reported = new EnumMap<>(RowReason.class);
    content.as(RowFate.REPORTED).forEach(row -> reported.merge(row.reason(), 1, Integer::sum));

    assertThat(content.rows()).hasSize(525_461);
    assertThat(content.as(RowFate.ORDER_LINE)).hasSize(407_664);
    assertThat(content.as(RowFate.INSTRUCTION)).hasSize(9_839);
    assertThat(reported.values().stream().mapToInt(Integer::intValue).sum())
        .isEqualTo(525_461 - 407_664 - 9_839);
    assertThat(reported.get(RowReason.ADJUSTMENT)).isEqualTo(3);
    assertThat(reported)
        .containsOnlyKeys(
            RowReason.ADJUSTMENT,
            RowReason.QUANTITY_NOT_SANE,
            RowReason.NO_PRICE,
            RowReason.NO_CUSTOMER);
    assertThat(orders).hasSize(19_213).allSatisfy(o -> assertThat(o.findings()).isEmpty());
  }

  @Test
  void the_first_day_comes_to_what_was_added_up_by_other_means() {
    Money day =
        orders.stream()
            .map(NewOrder::order)
            .filter(order -> order.placedAt().isBefore(Instant.parse("2009-12-02T00:00:00Z")))
            .map(org.countermand.order.model.Order::total)
            .reduce(Money.of(0, "GBP"), Money::plus);
    assertThat(day).isEqualTo(Money.of(44_048_69, "GBP"));
  }

  /**
   * By the order of the file, 8,007 lines link wholly and 80 in part. By time it is 8,009 and 79,
   * for three lines take back what was bought in the same minute and stands further down: an order
   * is not later than a cancellation because its rows are.
   */
  @Test
  void instructions_link_as_counted_and_three_lines_explain_the_difference() {
    Tally byPlace = link(true);
    Tally byTime = link(false);

    assertThat(byPlace.wholly).isEqualTo(8_007);
    assertThat(byPlace.partly).isEqualTo(80);
    assertThat(byPlace.units).isEqualTo(197_861);
    assertThat(byPlace.value).isEqualByComparingTo("315528.241");
    assertThat(byTime.wholly).isEqualTo(8_009);
    assertThat(byTime.partly).isEqualTo(79);
    assertThat(byTime.units).isEqualTo(197_929);
    assertThat(byTime.value).isEqualByComparingTo("315832.091");
    assertThat(byTime.requests).hasSize(4_438);
    Set<Long> different = new HashSet<>();
    byTime.linked.forEach(
        (line, units) -> {
          if (!units.equals(byPlace.linked.get(line))) {
            different.add(line);
          }
        });
    assertThat(different).containsExactlyInAnyOrder(33_505L, 515_953L, 515_954L);
  }

  /** What linking came to. */
  private static final class Tally {
    private int wholly;
    private int partly;
    private long units;
    private BigDecimal value = BigDecimal.ZERO;
    private final Set<String> requests = new HashSet<>();
    private final Map<Long, Integer> linked = new HashMap<>();
  }

  /** By the order of the file, a row's line is its time. */
  private static Tally link(boolean byPlace) {
    Map<UUID, BigDecimal> prices = new HashMap<>();
    Map<String, List<Purchase>> purchases = purchases(byPlace, prices);
    Tally tally = new Tally();
    instructions(byPlace)
        .forEach(
            (email, instructions) -> {
              Linking linking = new Linking(purchases.getOrDefault(email, List.of()));
              instructions.forEach(i -> count(tally, i, linking.next(i), prices));
            });
    return tally;
  }

  private static void count(
      Tally tally, Instruction asked, List<Linking.Link> links, Map<UUID, BigDecimal> prices) {
    int units = links.stream().mapToInt(Linking.Link::units).sum();
    tally.linked.put(asked.line(), units);
    tally.units += units;
    tally.wholly += units == asked.units() ? 1 : 0;
    tally.partly += units > 0 && units < asked.units() ? 1 : 0;
    for (Linking.Link link : links) {
      tally.requests.add(asked.number() + "/" + link.orderId());
      tally.value =
          tally.value.add(prices.get(link.lineId()).multiply(BigDecimal.valueOf(link.units())));
    }
  }

  private static Map<String, List<Instruction>> instructions(boolean byPlace) {
    List<FileRow> rows =
        content.as(RowFate.INSTRUCTION).stream()
            .sorted(Comparator.comparing(FileRow::number).thenComparing(FileRow::line))
            .toList();
    Map<String, List<Instruction>> instructions = new LinkedHashMap<>();
    content.grouping().instructions(rows).stream()
        .map(i -> byPlace ? at(i, Instant.ofEpochSecond(i.line())) : i)
        .sorted(
            Comparator.comparing(Instruction::at)
                .thenComparing(Instruction::number)
                .thenComparing(Instruction::position))
        .forEach(i -> instructions.computeIfAbsent(i.email(), e -> new ArrayList<>()).add(i));
    return instructions;
  }

  private static Instruction at(Instruction i, Instant at) {
    return new Instruction(
        i.id(), i.number(), i.position(), i.line(), i.email(), i.sku(), i.units(), at, i.text());
  }

  private static Map<String, List<Purchase>> purchases(
      boolean byPlace, Map<UUID, BigDecimal> prices) {
    Map<String, List<FileRow>> rows = new HashMap<>();
    content
        .as(RowFate.ORDER_LINE)
        .forEach(row -> rows.computeIfAbsent(row.number(), n -> new ArrayList<>()).add(row));
    Map<String, List<Purchase>> purchases = new HashMap<>();
    for (NewOrder intake : orders) {
      List<FileRow> ofOrder = rows.get(intake.order().channelNumber());
      String email = intake.order().buyer().email();
      for (OrderLine line : intake.order().lines()) {
        FileRow row = ofOrder.get(line.position() - 1);
        prices.put(line.id(), row.value().divide(BigDecimal.valueOf(row.units())));
        purchases
            .computeIfAbsent(email, e -> new ArrayList<>())
            .add(
                new Purchase(
                    email,
                    intake.order().id(),
                    line.id(),
                    intake.order().channelNumber(),
                    line.position(),
                    line.sku(),
                    byPlace ? Instant.ofEpochSecond(row.line()) : intake.order().placedAt(),
                    line.free()));
      }
    }
    return purchases;
  }
}
