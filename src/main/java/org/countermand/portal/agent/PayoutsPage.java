package org.countermand.portal.agent;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.countermand.cancellation.AnotherWayService;
import org.countermand.cancellation.model.PayoutRow;
import org.countermand.kernel.Action;
import org.countermand.kernel.Decision;
import org.countermand.kernel.Finding;
import org.countermand.kernel.ReasonCode;
import org.countermand.payment.model.Payout;
import org.countermand.payment.model.PayoutMethod;
import org.countermand.payment.model.PayoutState;

/**
 * Refunds that failed and go to bank accounts instead: those that wait for a decision, and those
 * that were decided last. A button names its payout; an address alone decides nothing.
 */
@Named("officePayouts")
@RequestScoped
public class PayoutsPage {

  private static final String APPROVE = "approve";
  private static final String REJECT = "reject";

  @Inject AnotherWayService anotherWay;
  @Inject Office office;
  @Inject Surroundings surroundings;
  @Inject Wording wording;
  @Inject Clock clock;

  private List<PayoutRow> rows = List.of();

  @PostConstruct
  void begin() {
    rows = anotherWay.list(office.actor());
  }

  /** Nothing is told to those who may not see them. */
  public void load() {
    if (!office.may(Action.LIST_PAYOUTS.name())) {
      surroundings.notFound();
    }
  }

  public List<PayoutRow> getWaiting() {
    return rows.stream().filter(row -> row.payout().state() == PayoutState.CHOSEN).toList();
  }

  public List<PayoutRow> getDecided() {
    return rows.stream().filter(row -> row.payout().state() != PayoutState.CHOSEN).toList();
  }

  /** Whether to offer the decision on one. */
  public boolean isDecidable(PayoutRow row) {
    return office.may(Action.DECIDE_PAYOUT.name())
        && !row.payout().chosenBy().equals(office.getActorId());
  }

  /** Whether somebody of the service named the account, and not the buyer. */
  public boolean isByAgent(PayoutRow row) {
    return !row.payout().chosenBy().startsWith("order:");
  }

  /** Where one goes, as far as it is shown. */
  public String account(PayoutRow row) {
    Payout payout = row.payout();
    if (payout.method() == PayoutMethod.STORE_CREDIT) {
      return wording.say("payout.STORE_CREDIT");
    }
    return payout.tail().isEmpty()
        ? wording.say("agent.payouts.forgotten")
        : wording.fill("agent.payouts.tail", "tail", payout.tail());
  }

  /** Whether one of the buttons was pressed. */
  public boolean isPressed() {
    return surroundings.faces().isPostback()
        && !(surroundings.parameter(APPROVE) + surroundings.parameter(REJECT)).isEmpty();
  }

  /** Does it, and shows the list again. */
  public void decide() {
    Optional<UUID> approved = surroundings.id(APPROVE);
    Optional<UUID> rejected = surroundings.id(REJECT);
    if (approved.isPresent()) {
      tell(
          anotherWay.approve(office.actor(), approved.get(), clock.instant()),
          approved.get(),
          "approved");
    } else if (rejected.isPresent()) {
      tell(
          anotherWay.reject(
              office.actor(), rejected.get(), reason(rejected.get()), clock.instant()),
          rejected.get(),
          "rejected");
    }
  }

  private void tell(Decision<Payout> decision, UUID id, String done) {
    if (decision instanceof Decision.Refused<Payout> no) {
      no.findings().forEach(finding -> complain(id, finding));
      begin();
    } else {
      surroundings.redirect("payouts", Map.of("done", done));
    }
  }

  private void complain(UUID id, Finding finding) {
    boolean reason =
        finding.code() == ReasonCode.FIELD_MISSING || finding.code() == ReasonCode.FIELD_INVALID;
    if (reason) {
      surroundings.complain(control(id), wording.say("agent.payouts.reason." + finding.code()));
    } else {
      surroundings.refuse(List.of(finding));
    }
  }

  /** The reason as it was typed, to show it again. */
  public String reason(UUID id) {
    return surroundings.parameter(control(id));
  }

  /** What is wrong with the reason of one, or empty. */
  public String complaint(UUID id) {
    return surroundings.complaint(control(id));
  }

  private static String control(UUID id) {
    return "reason-" + id;
  }

  /** The sentence's key for what was just done, or empty. */
  public String getDone() {
    String done = surroundings.parameter("done");
    return Set.of("approved", "rejected").contains(done) && !surroundings.faces().isPostback()
        ? "agent.payouts.done." + done
        : "";
  }
}
