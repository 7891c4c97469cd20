package org.countermand.payment.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.countermand.payment.model.RefundsThere.drawn;
import static org.countermand.payment.model.RefundsThere.of;
import static org.countermand.payment.model.RefundsThere.refund;

import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Random;
import org.countermand.kernel.Ids;
import org.countermand.kernel.Money;
import org.junit.jupiter.api.Test;

class ElsewhereTest {

  private static final Currency EUR = Currency.getInstance("EUR");

  @Test
  void a_refund_that_names_a_part_of_nobody_is_not_ours() {
    GatewayRefund orphan = refund("re_1", Ids.next(), 700, PartState.SUCCEEDED);
    assertThat(sum(List.of(orphan), List.of())).isEqualTo(700);
    assertThat(Elsewhere.of(List.of(orphan), List.of())).containsExactly(orphan);
  }

  @Test
  void a_second_refund_of_one_part_is_more_than_we_gave() {
    Drawn part = drawn("re_1", 700, PartState.SUCCEEDED, true);
    GatewayRefund second = refund("re_2", part.part().id(), 700, PartState.SUCCEEDED);
    assertThat(sum(List.of(of(part, 700), second), List.of(part))).isEqualTo(700);
  }

  @Test
  void two_refunds_of_a_part_whose_outcome_is_unknown_count_once_as_ours() {
    Drawn part = drawn("", 700, PartState.SUBMITTED, true);
    GatewayRefund second = refund("re_2", part.part().id(), 700, PartState.SUCCEEDED);
    assertThat(sum(List.of(of(part, 700), second), List.of(part))).isEqualTo(700);
  }

  @Test
  void what_a_refund_gave_more_than_its_part_is_not_ours() {
    Drawn part = drawn("re_1", 700, PartState.SUCCEEDED, true);
    assertThat(sum(List.of(of(part, 900)), List.of(part))).isEqualTo(200);
    assertThat(sum(List.of(of(part, 500)), List.of(part))).isZero();
  }

  @Test
  void a_refund_of_a_part_that_we_hold_for_failed_counts_whole() {
    Drawn part = drawn("re_1", 700, PartState.FAILED, false);
    assertThat(sum(List.of(of(part, 700)), List.of(part))).isEqualTo(700);
  }

  /** Whatever is there and whatever we booked: what is paid in all never is more than was taken. */
  @Test
  void what_we_still_pay_never_exceeds_what_is_left_at_the_gateway() {
    Random dice = new Random(20261125);
    for (int round = 0; round < 5_000; round++) {
      List<Drawn> books = new ArrayList<>();
      List<GatewayRefund> there = new ArrayList<>();
      long booked = 0;
      for (int i = dice.nextInt(4); i > 0; i--) {
        boolean reserved = dice.nextBoolean();
        long amount = 1 + dice.nextInt(500);
        String reference = dice.nextBoolean() ? "re_" + round + "_" + i : "";
        Drawn part =
            drawn(reference, amount, reserved ? PartState.SUBMITTED : PartState.FAILED, reserved);
        books.add(part);
        booked += reserved ? amount : 0;
        for (int n = dice.nextInt(3); n > 0; n--) {
          String id = n == 1 && !reference.isEmpty() ? reference : "re_x" + round + i + n;
          there.add(
              refund(
                  id,
                  part.part().id(),
                  1 + dice.nextInt(600),
                  dice.nextBoolean() ? PartState.SUCCEEDED : PartState.FAILED));
        }
      }
      for (int n = dice.nextInt(3); n > 0; n--) {
        there.add(refund("re_h" + round + n, null, 1 + dice.nextInt(300), PartState.PENDING));
      }
      long moved =
          there.stream().filter(GatewayRefund::moves).mapToLong(r -> r.amount().minor()).sum();
      assertThat(booked + sum(there, books)).as("round %d", round).isGreaterThanOrEqualTo(moved);
    }
  }

  private static long sum(List<GatewayRefund> refunds, List<Drawn> books) {
    Money sum = Elsewhere.sum(refunds, books, EUR);
    return sum.minor();
  }
}
