package org.countermand.eligibility.model;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.countermand.kernel.Finding;
import org.countermand.kernel.ReasonCode;
import org.countermand.order.model.Ask;
import org.countermand.order.model.FulfilmentStage;
import org.countermand.order.model.Order;
import org.countermand.order.model.OrderLine;
import org.countermand.order.model.RefundAuthority;
import org.countermand.payment.model.PaymentStanding;

/** Judges an order against a policy: every rule is asked of every line. */
public final class Judging {

  private Judging() {}

  /** What may be cancelled of every line, when all its free units are wanted. */
  public static Verdict survey(Order order, Policy policy, PaymentStanding payments, Instant at) {
    List<LineVerdict> lines =
        order.lines().stream()
            .map(line -> judge(order, line, payments.free(order, line), policy, payments, at))
            .toList();
    Effect effect =
        lines.stream()
            .filter(LineVerdict::cancellable)
            .map(LineVerdict::effect)
            .reduce(Effect::and)
            .orElse(Effect.REFUSE);
    return new Verdict(order.id(), policy.id(), at, effect, lines);
  }

  /** Whether exactly this may be cancelled; lines that nobody asked for are left out. */
  public static Verdict judge(
      Order order, List<Ask> asks, Policy policy, PaymentStanding payments, Instant at) {
    List<LineVerdict> lines = new ArrayList<>();
    Set<UUID> seen = new HashSet<>();
    PaymentStanding left = payments;
    for (Ask ask : asks) {
      Optional<OrderLine> line = order.line(ask.lineId());
      if (!seen.add(ask.lineId())) {
        lines.add(refused(ask, Finding.of(ReasonCode.LINE_TWICE)));
      } else if (line.isEmpty()) {
        lines.add(refused(ask, Finding.of(ReasonCode.LINE_UNKNOWN)));
      } else {
        LineVerdict verdict = judge(order, line.get(), ask.units(), policy, left, at);
        lines.add(verdict);
        // Two lines may have bought what is on one card.
        left = verdict.cancellable() ? left.without(order, line.get(), ask.units()) : left;
      }
    }
    Effect effect =
        lines.stream().map(LineVerdict::effect).reduce(Effect::and).orElse(Effect.REFUSE);
    return new Verdict(order.id(), policy.id(), at, effect, lines);
  }

  private static LineVerdict judge(
      Order order, OrderLine line, int units, Policy policy, PaymentStanding payments, Instant at) {
    List<Finding> findings = new ArrayList<>();
    int free = payments.free(order, line);
    Effect effect = units(line, units, free, payments, findings);
    if (order.refundAuthority() == RefundAuthority.MARKETPLACE) {
      findings.add(Finding.of(ReasonCode.MARKETPLACE_REFUNDS, "channel", order.channel()));
      effect = Effect.REFUSE;
    }
    Rule.Case facts =
        new Rule.Case(
            Duration.between(order.placedAt(), at), stage(order, line), payments.states());
    for (Rule rule : policy.rules()) {
      var ruling = rule.ruling(facts);
      if (ruling.isPresent()) {
        findings.add(ruling.get().finding());
        effect = effect.and(ruling.get().effect());
      }
    }
    return new LineVerdict(line.id(), free, units, effect, strictest(findings));
  }

  private static FulfilmentStage stage(Order order, OrderLine line) {
    return line.movesStock() ? order.stageOf(line.id()) : FulfilmentStage.NOT_STARTED;
  }

  /**
   * Whether so many units can be had.
   *
   * @param free units that no cancellation has taken, of gift cards those that are not spent
   */
  private static Effect units(
      OrderLine line, int units, int free, PaymentStanding payments, List<Finding> findings) {
    if (line.free() == 0) {
      findings.add(Finding.of(ReasonCode.ALREADY_CANCELLED));
    } else if (free < line.free() && (free == 0 || units > free)) {
      findings.add(payments.spent(line));
    } else if (units < 1) {
      findings.add(Finding.of(ReasonCode.QUANTITY_NOT_POSITIVE, "line", line.position()));
    } else if (units > free) {
      findings.add(
          Finding.of(ReasonCode.QUANTITY_TOO_LARGE, "line", line.position(), "free", free));
    }
    return findings.isEmpty() ? Effect.ALLOW : Effect.REFUSE;
  }

  /** A stage that refuses makes the finding that it also needs review pointless. */
  private static List<Finding> strictest(List<Finding> findings) {
    boolean tooLate =
        findings.stream().anyMatch(finding -> finding.code() == ReasonCode.STAGE_TOO_LATE);
    return findings.stream()
        .filter(finding -> !tooLate || finding.code() != ReasonCode.STAGE_NEEDS_REVIEW)
        .distinct()
        .toList();
  }

  private static LineVerdict refused(Ask ask, Finding finding) {
    return new LineVerdict(ask.lineId(), 0, ask.units(), Effect.REFUSE, List.of(finding));
  }
}
