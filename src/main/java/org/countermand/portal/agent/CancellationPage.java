package org.countermand.portal.agent;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.countermand.audit.AuditService;
import org.countermand.audit.model.AuditEntry;
import org.countermand.cancellation.CancellationService;
import org.countermand.cancellation.model.Dossier;
import org.countermand.cancellation.model.WorkItem;
import org.countermand.consent.ConsentService;
import org.countermand.consent.model.Consent;
import org.countermand.order.model.OrderLine;
import org.countermand.order.model.Tender;
import org.jspecify.annotations.Nullable;

/** All that is known of one cancellation. */
@Named("officeCancellation")
@RequestScoped
public class CancellationPage {

  /** What the address may say was just done; anything else says nothing. */
  private static final Set<String> DONE =
      Set.of(
          "approved",
          "approvedAnew",
          "denied",
          "judged",
          "settled",
          "takenBack",
          "requested",
          "known",
          "elsewhere",
          "transfer",
          WorkForm.TAKEN,
          WorkForm.GIVEN_BACK);

  @Inject CancellationService cancellations;
  @Inject ConsentService consents;
  @Inject AuditService audits;
  @Inject Office office;
  @Inject Surroundings surroundings;

  private @Nullable Dossier dossier;
  private @Nullable Consent consent;
  private List<AuditEntry> audit = List.of();

  /** Before a form is read: a page that shows complaints repeats what it knew by then. */
  @PostConstruct
  void begin() {
    Optional<Dossier> found =
        surroundings.id("id").flatMap(id -> cancellations.find(office.actor(), id));
    dossier = found.orElse(null);
    consent =
        found
            .flatMap(Dossier::quotation)
            .flatMap(quotation -> consents.ofQuotation(office.actor(), quotation.id()))
            .orElse(null);
    audit =
        found.map(known -> audits.of(office.actor(), known.cancellation().id())).orElse(List.of());
  }

  /** Nothing is told of what this agent may not see. */
  public void load() {
    if (dossier == null) {
      surroundings.notFound();
    }
  }

  public @Nullable Dossier getDossier() {
    return dossier;
  }

  public @Nullable Consent getConsent() {
    return consent;
  }

  public List<AuditEntry> getAudit() {
    return audit;
  }

  public List<Milestone> getMilestones() {
    return dossier == null ? List.of() : Milestone.of(dossier.cancellation());
  }

  /** What still needs a person. */
  public List<WorkItem> getOpenItems() {
    return dossier == null
        ? List.of()
        : dossier.workItems().stream().filter(item -> item.closedAt() == null).toList();
  }

  /** The sentence's key for what was just done, or empty. */
  public String getDone() {
    String done = surroundings.parameter("done");
    return DONE.contains(done) && !surroundings.faces().isPostback()
        ? "agent.detail.done." + done
        : "";
  }

  public @Nullable OrderLine line(UUID lineId) {
    return dossier == null ? null : dossier.order().line(lineId).orElse(null);
  }

  /** What the buyer knows a tender by. */
  public String tender(UUID tenderId) {
    return dossier == null
        ? ""
        : dossier.order().tenders().stream()
            .filter(tender -> tender.id().equals(tenderId))
            .map(Tender::label)
            .findFirst()
            .orElse("");
  }
}
