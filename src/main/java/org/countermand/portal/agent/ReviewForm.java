package org.countermand.portal.agent;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.countermand.cancellation.CancellationService;
import org.countermand.cancellation.model.Cancellation;
import org.countermand.cancellation.model.Dossier;
import org.countermand.cancellation.model.State;
import org.countermand.kernel.Decision;
import org.countermand.kernel.Finding;
import org.countermand.kernel.ReasonCode;

/**
 * What an agent does to a cancellation. Each form carries the state in which he saw it; if it has
 * moved on since, he is told so and nothing is done.
 */
@Named("officeReview")
@RequestScoped
public class ReviewForm {

  private static final int LONGEST_REASON = 1_000;

  @Inject CancellationService cancellations;
  @Inject CancellationPage page;
  @Inject Office office;
  @Inject Surroundings surroundings;
  @Inject Wording wording;
  @Inject Clock clock;

  /** Whether to offer the decision on a review. */
  public boolean isDecidable() {
    return offered("DECIDE_REVIEW", State.IN_REVIEW);
  }

  /** Whether to offer to have it judged again. */
  public boolean isJudgeable() {
    return offered("RESOLVE_WORK_ITEM", State.RECEIVED);
  }

  /** Whether to ask what became of the goods. */
  public boolean isSettleable() {
    return offered("RESOLVE_WORK_ITEM", State.REROUTED);
  }

  /** Whether the request can still be taken back. */
  public boolean isRevocable() {
    return offered("REQUEST_CANCELLATION", State.QUOTED, State.IN_REVIEW, State.CONFIRMED);
  }

  /** The reason as it was typed, to show it again. */
  public String getReason() {
    return surroundings.parameter("reason");
  }

  public String complaint(String control) {
    return surroundings.complaint(control);
  }

  public void approve() {
    seen()
        .map(id -> cancellations.approve(office.actor(), id, clock.instant()))
        .ifPresent(
            decision ->
                tell(
                    decision,
                    decision instanceof Decision.Accepted<Cancellation> yes
                            && yes.value().state() == State.QUOTED
                        ? "approvedAnew"
                        : "approved"));
  }

  public void deny() {
    String reason = getReason();
    if (reason.isEmpty() || reason.length() > LONGEST_REASON) {
      surroundings.complain("reason", wording.say("agent.detail.deny.missing"));
      return;
    }
    seen()
        .map(id -> cancellations.deny(office.actor(), id, reason, clock.instant()))
        .ifPresent(decision -> tell(decision, "denied"));
  }

  /** What was broken may be mended by now. */
  public void judgeAgain() {
    seen()
        .map(id -> cancellations.judgeAgain(office.actor(), id, clock.instant()))
        .ifPresent(decision -> tell(decision, "judged"));
  }

  /** The goods came back, so the money goes back too. */
  public void stopped() {
    settle(true);
  }

  /** The goods stay with the buyer, so does the money with the shop. */
  public void lost() {
    settle(false);
  }

  public void takeBack() {
    seen()
        .map(id -> cancellations.takeBack(office.actor(), id, clock.instant()))
        .ifPresent(decision -> tell(decision, "takenBack"));
  }

  private void settle(boolean stopped) {
    seen()
        .map(id -> cancellations.settleRerouted(office.actor(), id, stopped, clock.instant()))
        .ifPresent(decision -> tell(decision, "settled"));
  }

  private boolean offered(String action, State... states) {
    if (!office.may(action)) {
      return false;
    }
    Dossier dossier = page.getDossier();
    return surroundings.isReadingForm()
        || (dossier != null && Set.of(states).contains(dossier.cancellation().state()));
  }

  /** The cancellation, if it still stands where the agent saw it; else he is told. */
  private Optional<UUID> seen() {
    Dossier dossier = page.getDossier();
    if (dossier == null) {
      return Optional.empty();
    }
    Cancellation cancellation = dossier.cancellation();
    if (!cancellation.state().name().equals(surroundings.parameter("seen"))) {
      surroundings.complain(wording.say("agent.detail.stale"));
      surroundings.refuse(
          List.of(Finding.of(ReasonCode.STATE_FORBIDS, "state", cancellation.state())));
      return Optional.empty();
    }
    return Optional.of(cancellation.id());
  }

  private void tell(Decision<Cancellation> decision, String done) {
    if (decision instanceof Decision.Accepted<Cancellation> yes) {
      surroundings.redirect(
          "cancellation", Map.of("id", yes.value().id().toString(), "done", done));
    } else if (decision instanceof Decision.Refused<Cancellation> no) {
      surroundings.refuse(no.findings());
    }
  }
}
