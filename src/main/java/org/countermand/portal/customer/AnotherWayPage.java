package org.countermand.portal.customer;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.annotation.RequestParameterMap;
import jakarta.faces.context.FacesContext;
import jakarta.faces.event.PhaseId;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.countermand.cancellation.AnotherWayService;
import org.countermand.cancellation.CancellationService;
import org.countermand.cancellation.model.AnotherWay;
import org.countermand.cancellation.model.Dossier;
import org.countermand.kernel.Decision;
import org.countermand.kernel.Finding;
import org.countermand.kernel.ReasonCode;
import org.countermand.payment.model.Choice;
import org.countermand.payment.model.Payout;
import org.countermand.payment.model.PayoutMethod;
import org.countermand.payment.model.RefundPart;
import org.jspecify.annotations.Nullable;

/**
 * Where the buyer says how he wants his money after a refund failed. What he types is kept nowhere
 * but where it has to be, and is not shown again once it is taken.
 */
@Named("customerAnotherWay")
@RequestScoped
public class AnotherWayPage {

  private static final String HOLDER = "way:holder";
  private static final String IBAN = "way:iban";
  private static final String ASSENT = "credit:assent";

  @Inject Guest guest;
  @Inject CancellationService cancellations;
  @Inject AnotherWayService anotherWay;
  @Inject Problems problems;
  @Inject Sentences sentences;
  @Inject Clock clock;
  @Inject @RequestParameterMap Map<String, String> parameters;

  private @Nullable Dossier dossier;
  private @Nullable RefundPart part;
  private Set<PayoutMethod> offered = Set.of();
  private boolean wanted;
  private String holder = "";
  private String iban = "";

  @PostConstruct
  void load() {
    dossier =
        Parameters.id(parameters, "id")
            .flatMap(id -> cancellations.find(guest.actor(), id))
            .orElse(null);
    part =
        Parameters.id(parameters, "part")
            .flatMap(
                id -> parts().stream().filter(candidate -> candidate.id().equals(id)).findFirst())
            .orElse(null);
    offered = part == null ? Set.of() : anotherWay.offered(guest.actor(), part);
  }

  private List<RefundPart> parts() {
    return dossier == null ? List.of() : dossier.parts();
  }

  /** Where there is nothing to choose there is only what is known to show. */
  public @Nullable String arrive() {
    if (dossier == null) {
      return Ways.order();
    }
    return offered.isEmpty() ? Ways.status(dossier.cancellation().id()) : null;
  }

  /** Takes what was typed, and leads to where it stands. */
  public @Nullable String choose() {
    return part == null ? Ways.order() : choose(Choice.transfer(part.id(), holder, iban));
  }

  /** Takes it that he wants credit instead of money, and leads to where it stands. */
  public @Nullable String credit() {
    return part == null
        ? Ways.order()
        : choose(Choice.credit(part.id(), wanted ? getAssent() : ""));
  }

  private @Nullable String choose(Choice choice) {
    if (dossier == null) {
      return Ways.order();
    }
    Decision<Payout> decision =
        anotherWay.choose(
            new AnotherWay(guest.actor(), dossier.cancellation().id(), choice, clock.instant()));
    if (decision instanceof Decision.Refused<Payout> no) {
      no.findings().forEach(this::complain);
      return null;
    }
    return Ways.status(dossier.cancellation().id());
  }

  private void complain(Finding finding) {
    Optional<String> field = Optional.ofNullable(finding.parameters().get("field"));
    boolean missing = finding.code() == ReasonCode.FIELD_MISSING;
    if (field.equals(Optional.of("holder"))) {
      problems.add(HOLDER, sentences.say("page.way.holder." + (missing ? "missing" : "malformed")));
    } else if (field.equals(Optional.of("iban"))) {
      problems.add(IBAN, sentences.say("page.way.iban.missing"));
    } else if (finding.code() == ReasonCode.CONSENT_MISSING) {
      problems.add(ASSENT, sentences.say("page.way.assent.missing"));
    } else if (finding.code() == ReasonCode.IBAN_INVALID
        || finding.code() == ReasonCode.IBAN_OUTSIDE_SEPA) {
      problems.add(IBAN, sentences.say(finding));
    } else {
      problems.add(sentences.say(finding));
    }
  }

  /** Whether there is something to show; the rest may be asked for only then. */
  public boolean isKnown() {
    return dossier != null && part != null;
  }

  /** The id in the address, as it was given. */
  public String getId() {
    return Parameters.text(parameters, "id");
  }

  /** The address is read before the form; what Faces brings here is the same. */
  public void setId(@Nullable String id) {}

  /** The part in the address, as it was given. */
  public String getPart() {
    return Parameters.text(parameters, "part");
  }

  /** As {@link #setId}. */
  public void setPart(@Nullable String id) {}

  public String getEyebrow() {
    return dossier == null
        ? ""
        : sentences.say(
            "page.status.eyebrow",
            "number",
            dossier.cancellation().number(),
            "order",
            dossier.order().channelNumber());
  }

  /** What went wrong, with the amount and what it was to go to. */
  public String getLede() {
    return dossier == null || part == null
        ? ""
        : sentences.say(
            "page.way.lede",
            "amount",
            sentences.money(part.amount()),
            "tender",
            PartWords.tender(part, dossier));
  }

  public String getButton() {
    return part == null
        ? ""
        : sentences.say("page.way.submit", "amount", sentences.money(part.amount()));
  }

  public boolean isTransferable() {
    return isReadingForm() || offered.contains(PayoutMethod.BANK_TRANSFER);
  }

  public boolean isCreditable() {
    return isReadingForm() || offered.contains(PayoutMethod.STORE_CREDIT);
  }

  /** A form that was shown is read though its way is taken by now; then that is said. */
  private static boolean isReadingForm() {
    FacesContext faces = FacesContext.getCurrentInstance();
    return faces.isPostback() && faces.getCurrentPhaseId() != PhaseId.RENDER_RESPONSE;
  }

  /** The sentence beside the box: what is agreed to by ticking it. */
  public String getAssent() {
    return part == null
        ? ""
        : sentences.say("page.way.assent", "amount", sentences.money(part.amount()));
  }

  public boolean isWanted() {
    return wanted;
  }

  public void setWanted(boolean wanted) {
    this.wanted = wanted;
  }

  public String getHolder() {
    return holder;
  }

  public void setHolder(@Nullable String holder) {
    this.holder = Parameters.line(holder);
  }

  public String getIban() {
    return iban;
  }

  public void setIban(@Nullable String iban) {
    this.iban = Parameters.line(iban);
  }
}
