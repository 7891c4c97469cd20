package org.countermand.eligibility.model;

import java.time.Duration;
import java.util.Optional;
import org.countermand.kernel.Finding;
import org.countermand.kernel.ReasonCode;
import org.countermand.order.model.FulfilmentStage;
import org.countermand.payment.model.TenderState;

/** One rule of a policy: its shape is code, its numbers are data. */
public sealed interface Rule {

  /** What this rule makes of a case, or nothing if it does not speak to it. */
  Optional<Ruling> ruling(Case facts);

  /** What a rule says. */
  record Ruling(Effect effect, Finding finding) {}

  /** After so long since placement, another effect. */
  record WindowAfterPlacement(Duration window, Effect after) implements Rule {
    @Override
    public Optional<Ruling> ruling(Case facts) {
      return facts.sincePlacement().compareTo(window) <= 0
          ? Optional.empty()
          : Optional.of(
              new Ruling(after, Finding.of(ReasonCode.WINDOW_OVER, "hours", window.toHours())));
    }
  }

  /** From this shipping stage on, an effect. */
  record FromStage(FulfilmentStage stage, Effect effect) implements Rule {
    @Override
    public Optional<Ruling> ruling(Case facts) {
      if (facts.stage().compareTo(stage) < 0) {
        return Optional.empty();
      }
      ReasonCode code =
          effect == Effect.REVIEW ? ReasonCode.STAGE_NEEDS_REVIEW : ReasonCode.STAGE_TOO_LATE;
      return Optional.of(new Ruling(effect, Finding.of(code, "stage", facts.stage())));
    }
  }

  /** While a payment is in this state, an effect. */
  record WhilePayment(TenderState state, Effect effect) implements Rule {
    @Override
    public Optional<Ruling> ruling(Case facts) {
      return facts.payments().contains(state)
          ? Optional.of(new Ruling(effect, Finding.of(code())))
          : Optional.empty();
    }

    private ReasonCode code() {
      return switch (state) {
        case PENDING -> ReasonCode.PAYMENT_PENDING;
        case DISPUTED -> ReasonCode.PAYMENT_DISPUTED;
        case AUTHORIZED, CAPTURED, RELEASED -> ReasonCode.PAYMENT_UNKNOWN;
      };
    }
  }

  /** What a rule may look at. */
  record Case(
      Duration sincePlacement, FulfilmentStage stage, java.util.Set<TenderState> payments) {}
}
