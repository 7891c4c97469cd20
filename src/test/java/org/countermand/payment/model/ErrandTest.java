package org.countermand.payment.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.countermand.kernel.Finding;
import org.countermand.kernel.Outcome;
import org.countermand.kernel.ReasonCode;
import org.junit.jupiter.api.Test;

/** What becomes of a payout's way to the bank, whatever the bank says or does not say. */
class ErrandTest {

  private static final Instant NOW = Instant.parse("2026-11-25T12:00:00Z");
  private static final PayoutPacing PACING =
      new PayoutPacing(Duration.ofSeconds(90), Duration.ofHours(23), Duration.ofHours(6));
  private static final UUID KEY = new UUID(8, 1);

  private final Errand approved =
      new Errand(
          PayoutTest.given(PayoutState.APPROVED), 0, Optional.empty(), 0, null, 0, false, NOW, "");

  @Test
  void a_claim_writes_the_key_down_and_whoever_comes_after_a_death_looks_first() {
    Errand claimed = approved.claimed(KEY, NOW, PACING);

    assertThat(claimed.payout().state()).isEqualTo(PayoutState.SUBMITTED);
    assertThat(claimed.attemptId()).contains(KEY);
    assertThat(claimed.look()).isTrue();
    assertThat(claimed.claim()).isEqualTo(1);
    assertThat(claimed.dueAt()).isEqualTo(NOW.plusSeconds(90));
  }

  @Test
  void what_the_bank_has_done_is_paid_and_looked_after_for_returns() {
    Errand paid = called(settled(PayoutState.PAID));

    assertThat(paid.payout().state()).isEqualTo(PayoutState.PAID);
    assertThat(paid.payout().settledAt()).isEqualTo(NOW);
    assertThat(paid.dueAt()).isEqualTo(NOW.plus(Duration.ofHours(6)));
    Instant later = NOW.plus(Duration.ofDays(20));
    assertThat(
            paid.claimed(KEY, later, PACING).after(settled(PayoutState.PAID), true, later, PACING))
        .satisfies(over -> assertThat(over.dueAt()).isNull())
        .satisfies(over -> assertThat(over.payout().settledAt()).isEqualTo(NOW));
  }

  @Test
  void nobody_knows_leads_to_a_look_and_never_to_a_call() {
    Errand unsure = called(new Outcome.Unknown<>("cut", false));

    assertThat(unsure.look()).isTrue();
    assertThat(unsure.payout().state()).isEqualTo(PayoutState.SUBMITTED);
    Errand again = unsure.claimed(new UUID(8, 2), NOW, PACING);
    assertThat(again.attemptId()).contains(KEY);
    assertThat(again.attempt()).isEqualTo(1);
  }

  @Test
  void what_is_surely_not_there_is_called_again_under_the_same_key() {
    Errand absent =
        called(new Outcome.Unknown<>("cut", false))
            .claimed(KEY, NOW, PACING)
            .after(new Outcome.Settled<>(Optional.empty()), true, NOW, PACING);

    assertThat(absent.look()).isFalse();
    assertThat(absent.dueAt()).isEqualTo(NOW);
    assertThat(absent.claimed(new UUID(8, 3), NOW, PACING).attemptId()).contains(KEY);
  }

  @Test
  void after_the_keys_lifetime_it_is_only_looked_up_and_a_person_is_asked() {
    Instant late = NOW.plus(Duration.ofHours(24));
    Errand absent =
        called(new Outcome.Unknown<>("cut", false))
            .claimed(KEY, late, PACING)
            .after(new Outcome.Settled<>(Optional.empty()), true, late, PACING);

    assertThat(absent.look()).isTrue();
    assertThat(absent.uncertain(late, PACING)).isTrue();
  }

  @Test
  void what_the_bank_had_and_does_not_find_any_more_is_not_called_again() {
    Errand pending = called(new Outcome.Accepted<>(Optional.of(told(PayoutState.SUBMITTED))));
    Errand absent =
        pending
            .claimed(KEY, NOW, PACING)
            .after(new Outcome.Settled<>(Optional.empty()), true, NOW, PACING);

    assertThat(pending.payout().reference()).isEqualTo("BANK1");
    assertThat(absent.look()).isTrue();
    assertThat(absent.payout().state()).isEqualTo(PayoutState.SUBMITTED);
  }

  @Test
  void a_call_that_was_surely_not_made_is_made_later() {
    Errand later = called(new Outcome.NotAttempted<>("refused connection"));

    assertThat(later.look()).isFalse();
    assertThat(later.dueAt()).isAfter(NOW);
  }

  @Test
  void a_refused_call_ends_it_and_a_refused_question_does_not() {
    Finding why = Finding.of(ReasonCode.PAYOUT_FAILED, "code", "http_400");
    Errand refused = called(new Outcome.Refused<>(why));
    assertThat(refused.payout().state()).isEqualTo(PayoutState.FAILED);
    assertThat(refused.payout().why()).contains(why);
    assertThat(refused.dueAt()).isNull();

    Errand asked =
        called(new Outcome.Unknown<>("cut", false))
            .claimed(KEY, NOW, PACING)
            .after(new Outcome.Refused<>(why), true, NOW, PACING);
    assertThat(asked.payout().state()).isEqualTo(PayoutState.SUBMITTED);
    assertThat(asked.look()).isTrue();
  }

  @Test
  void many_tries_without_a_word_need_a_person_and_a_pending_transfer_does_not() {
    Errand unsure = called(new Outcome.Unknown<>("cut", false));
    Errand pending = called(new Outcome.Accepted<>(Optional.of(told(PayoutState.SUBMITTED))));
    for (int i = 0; i < 12; i++) {
      unsure =
          unsure
              .claimed(KEY, NOW, PACING)
              .after(new Outcome.Unknown<>("cut", false), true, NOW, PACING);
      pending =
          pending
              .claimed(KEY, NOW, PACING)
              .after(
                  new Outcome.Accepted<>(Optional.of(told(PayoutState.SUBMITTED))),
                  true,
                  NOW,
                  PACING);
    }

    assertThat(unsure.uncertain(NOW, PACING)).isTrue();
    assertThat(pending.uncertain(NOW, PACING)).isFalse();
  }

  private Errand called(Outcome<Optional<PayoutAnswer>> outcome) {
    return approved.claimed(KEY, NOW, PACING).after(outcome, false, NOW, PACING);
  }

  private static Outcome<Optional<PayoutAnswer>> settled(PayoutState state) {
    return new Outcome.Settled<>(Optional.of(told(state)));
  }

  private static PayoutAnswer told(PayoutState state) {
    return new PayoutAnswer("BANK1", state, Optional.empty());
  }
}
