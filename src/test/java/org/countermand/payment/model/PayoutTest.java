package org.countermand.payment.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.countermand.kernel.Decision;
import org.countermand.kernel.Finding;
import org.countermand.kernel.Money;
import org.countermand.kernel.ReasonCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class PayoutTest {

  private static final Instant WEDNESDAY = Instant.parse("2026-11-25T12:00:00Z");

  @Test
  void somebody_else_approves_it() {
    Payout approved = yes(given(PayoutState.CHOSEN).approvedBy("agent-fiona", WEDNESDAY));

    assertThat(approved.state()).isEqualTo(PayoutState.APPROVED);
    assertThat(approved.decidedBy()).isEqualTo("agent-fiona");
    assertThat(approved.decidedAt()).isEqualTo(WEDNESDAY);
  }

  @Test
  void who_named_the_account_does_not_approve_it() {
    assertThat(given(PayoutState.CHOSEN).approvedBy("agent-carl", WEDNESDAY))
        .isEqualTo(Decision.no(ReasonCode.PAYOUT_OWN_ENTRY));
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "CHOSEN")
  void what_is_decided_is_not_decided_again(PayoutState state) {
    assertThat(given(state).approvedBy("agent-fiona", WEDNESDAY))
        .isEqualTo(Decision.no(ReasonCode.PAYOUT_DECIDED));
    assertThat(given(state).rejectedBy("agent-fiona", "Wrong.", WEDNESDAY))
        .isEqualTo(Decision.no(ReasonCode.PAYOUT_DECIDED));
  }

  @Test
  void credit_is_granted_at_once_and_stands() {
    Payout granted = yes(given(PayoutState.CHOSEN).granted("SC-1", WEDNESDAY));

    assertThat(granted.state()).isEqualTo(PayoutState.GRANTED);
    assertThat(granted.state().live()).isTrue();
    assertThat(granted.state().arrived()).isTrue();
    assertThat(granted.reference()).isEqualTo("SC-1");
    assertThat(given(PayoutState.APPROVED).granted("SC-1", WEDNESDAY))
        .isEqualTo(Decision.no(ReasonCode.PAYOUT_DECIDED));
  }

  @Test
  void a_rejection_tells_its_reason() {
    Payout rejected =
        yes(given(PayoutState.CHOSEN).rejectedBy("agent-fiona", " Other name. ", WEDNESDAY));

    assertThat(rejected.state()).isEqualTo(PayoutState.REJECTED);
    assertThat(rejected.state().live()).isFalse();
    assertThat(rejected.why())
        .contains(Finding.of(ReasonCode.PAYOUT_REJECTED, "reason", "Other name."));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "DE89370400440532013000 is not hers",
        "Not de89 3704 0044 0532 0130 00, please",
        "FR14-2004-1010-0505-0001-3M02-606"
      })
  void a_reason_names_no_account(String reason) {
    assertThat(given(PayoutState.CHOSEN).rejectedBy("agent-fiona", reason, WEDNESDAY))
        .isEqualTo(Decision.no(Finding.of(ReasonCode.FIELD_INVALID, "field", "reason")));
  }

  @Test
  void a_reason_is_given_and_fits_into_a_letter() {
    assertThat(given(PayoutState.CHOSEN).rejectedBy("agent-fiona", "  ", WEDNESDAY))
        .isEqualTo(Decision.no(Finding.of(ReasonCode.FIELD_MISSING, "field", "reason")));
    assertThat(given(PayoutState.CHOSEN).rejectedBy("agent-fiona", "a b".repeat(200), WEDNESDAY))
        .isEqualTo(Decision.no(Finding.of(ReasonCode.FIELD_INVALID, "field", "reason")));
    assertThat(given(PayoutState.CHOSEN).rejectedBy("f", "C-0000042 of order L-1001", WEDNESDAY))
        .isInstanceOf(Decision.Accepted.class);
  }

  @Test
  void what_was_paid_and_is_said_to_have_failed_came_back() {
    Finding why = Finding.of(ReasonCode.PAYOUT_FAILED, "code", "AC04");
    Payout back =
        given(PayoutState.PAID)
            .told(new PayoutAnswer("B1", PayoutState.FAILED, Optional.of(why)), WEDNESDAY);

    assertThat(back.state()).isEqualTo(PayoutState.RETURNED);
    assertThat(back.why()).contains(Finding.of(ReasonCode.PAYOUT_RETURNED, "code", "AC04"));
  }

  @Test
  void older_truth_does_not_overwrite_newer() {
    Payout told =
        given(PayoutState.PAID)
            .told(new PayoutAnswer("B1", PayoutState.SUBMITTED, Optional.empty()), WEDNESDAY);

    assertThat(told.state()).isEqualTo(PayoutState.PAID);
  }

  @Test
  void it_is_expected_after_days_of_work() {
    assertThat(given(PayoutState.CHOSEN).expectedBy()).isEqualTo(LocalDate.parse("2026-12-02"));
    Instant friday = Instant.parse("2026-11-27T12:00:00Z");
    assertThat(yes(given(PayoutState.CHOSEN).approvedBy("agent-fiona", friday)).expectedBy())
        .isEqualTo(LocalDate.parse("2026-12-01"));
  }

  static Payout given(PayoutState state) {
    return new Payout(
        new UUID(7, 1),
        new UUID(7, 2),
        new UUID(7, 3),
        new UUID(7, 4),
        "linden",
        PayoutMethod.BANK_TRANSFER,
        state,
        Money.of(4000, "EUR"),
        true,
        "3000",
        "agent-carl",
        WEDNESDAY,
        "",
        null,
        Optional.empty(),
        "",
        null);
  }

  private static Payout yes(Decision<Payout> decision) {
    assertThat(decision).isInstanceOf(Decision.Accepted.class);
    return ((Decision.Accepted<Payout>) decision).value();
  }
}
