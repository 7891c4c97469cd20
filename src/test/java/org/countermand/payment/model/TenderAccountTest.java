package org.countermand.payment.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.countermand.kernel.Ids;
import org.countermand.kernel.Money;
import org.countermand.order.model.Tender;
import org.countermand.order.model.TenderKind;
import org.junit.jupiter.api.Test;

class TenderAccountTest {

  @Test
  void an_authorization_is_voided_only_when_nothing_of_it_remains() {
    TenderAccount account = account(3000, 0);
    assertThat(account.kindFor(eur(1000))).isEqualTo(PartKind.CEILING);
    TenderAccount lowered = account.begun(PartKind.CEILING, eur(1000));
    assertThat(lowered.kindFor(eur(1000))).isEqualTo(PartKind.CEILING);
    assertThat(lowered.kindFor(eur(2000))).isEqualTo(PartKind.VOID);
  }

  @Test
  void a_capture_seen_at_the_gateway_turns_the_way_back_into_a_refund() {
    TenderAccount seen =
        account(3000, 0).seen(new PaymentSnapshot("pi", TenderState.CAPTURED, eur(3000)));
    assertThat(seen.kindFor(eur(3000))).isEqualTo(PartKind.REFUND);
    assertThat(seen.remaining()).isEqualTo(eur(3000));
  }

  @Test
  void a_refund_that_was_not_possible_frees_what_it_had_taken() {
    TenderAccount account = account(3000, 3000);
    TenderAccount begun = account.begun(PartKind.REFUND, eur(1200));
    assertThat(begun.remaining()).isEqualTo(eur(1800));
    assertThat(begun.undone(PartKind.REFUND, eur(1200))).isEqualTo(account);
  }

  @Test
  void a_capture_above_the_ceiling_is_noticed() {
    TenderAccount lowered = account(3000, 0).begun(PartKind.CEILING, eur(1000));
    assertThat(
            lowered
                .seen(new PaymentSnapshot("pi", TenderState.CAPTURED, eur(3000)))
                .capturedAboveCeiling())
        .isTrue();
    assertThat(
            lowered
                .seen(new PaymentSnapshot("pi", TenderState.CAPTURED, eur(2000)))
                .capturedAboveCeiling())
        .isFalse();
  }

  private static TenderAccount account(long authorized, long captured) {
    return TenderAccount.opened(
        Ids.next(),
        new Tender(
            Ids.next(),
            1,
            TenderKind.CARD,
            "stripe",
            "pi",
            "Visa",
            eur(authorized),
            eur(captured)));
  }

  private static Money eur(long minor) {
    return Money.of(minor, "EUR");
  }
}
