package org.countermand.portal.agent;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import org.countermand.cancellation.ElsewhereService;
import org.countermand.cancellation.model.Cancellation;
import org.countermand.cancellation.model.Dossier;
import org.countermand.cancellation.model.Stepping;
import org.countermand.kernel.Decision;
import org.countermand.kernel.ReasonCode;

/** What an agent says of money that somebody gave back elsewhere. */
@Named("officeElsewhere")
@RequestScoped
public class ElsewhereForm {

  @Inject ElsewhereService elsewhere;
  @Inject CancellationPage page;
  @Inject Office office;
  @Inject Surroundings surroundings;
  @Inject Clock clock;

  /** Whether a part waits for room, so that it has to be decided on. */
  public boolean isWaiting() {
    Dossier dossier = page.getDossier();
    return isOffered()
        && (surroundings.isReadingForm()
            || (dossier != null && dossier.steps().stream().anyMatch(Stepping::waitsForRoom)));
  }

  /** Whether it only has to be known. */
  public boolean isOnlyToKnow() {
    return isOffered() && (surroundings.isReadingForm() || !isWaiting());
  }

  public void count() {
    tell(elsewhere.count(office.actor(), id(), clock.instant()));
  }

  public void giveUp() {
    tell(elsewhere.giveUp(office.actor(), id(), clock.instant()));
  }

  public void seen() {
    tell(elsewhere.seen(office.actor(), id(), clock.instant()));
  }

  private boolean isOffered() {
    return office.may("RESOLVE_WORK_ITEM")
        && (surroundings.isReadingForm()
            || page.getOpenItems().stream()
                .anyMatch(item -> item.reason() == ReasonCode.REFUNDED_ELSEWHERE));
  }

  private UUID id() {
    Dossier dossier = page.getDossier();
    return dossier == null ? new UUID(0, 0) : dossier.cancellation().id();
  }

  private void tell(Decision<Cancellation> decision) {
    if (decision instanceof Decision.Accepted<Cancellation> yes) {
      surroundings.redirect(
          "cancellation", Map.of("id", yes.value().id().toString(), "done", "elsewhere"));
    } else if (decision instanceof Decision.Refused<Cancellation> no) {
      surroundings.refuse(no.findings());
    }
  }
}
