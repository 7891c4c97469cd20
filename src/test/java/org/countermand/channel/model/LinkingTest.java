package org.countermand.channel.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.countermand.order.model.Purchase;
import org.junit.jupiter.api.Test;

class LinkingTest {

  private static final Instant MAY = Instant.parse("2010-05-01T10:00:00Z");
  private static final Instant JUNE = Instant.parse("2010-06-01T10:00:00Z");
  private static final Instant JULY = Instant.parse("2010-07-01T10:00:00Z");

  private final Purchase old = purchase("1", "MUG", MAY, 5);
  private final Purchase young = purchase("2", "MUG", JUNE, 3);

  @Test
  void the_newest_purchase_is_undone_first_and_the_rest_spans_orders() {
    Linking linking = new Linking(List.of(old, young));

    assertThat(linking.next(instruction("MUG", 4, JULY)))
        .extracting(Linking.Link::orderId, Linking.Link::units)
        .containsExactly(tuple(young.orderId(), 3), tuple(old.orderId(), 1));
  }

  @Test
  void never_more_is_undone_than_is_left() {
    Linking linking = new Linking(List.of(old, young));
    linking.next(instruction("MUG", 6, JULY));

    assertThat(linking.next(instruction("MUG", 9, JULY)))
        .extracting(Linking.Link::units)
        .containsExactly(2);
    assertThat(linking.next(instruction("MUG", 1, JULY))).isEmpty();
  }

  @Test
  void what_was_bought_later_or_is_another_thing_is_not_undone() {
    Linking linking = new Linking(List.of(old, young));

    assertThat(linking.next(instruction("MUG", 9, MAY)))
        .extracting(Linking.Link::lineId)
        .containsExactly(old.lineId());
    assertThat(linking.next(instruction("LAMP", 1, JULY))).isEmpty();
  }

  private static Purchase purchase(String number, String sku, Instant at, int units) {
    return new Purchase(
        "a@b.example", UUID.randomUUID(), UUID.randomUUID(), number, 1, sku, at, units);
  }

  private static Instruction instruction(String sku, int units, Instant at) {
    return new Instruction(UUID.randomUUID(), "C1", 1, 2, "a@b.example", sku, units, at, "");
  }
}
