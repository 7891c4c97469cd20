package org.countermand.portal.customer;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.annotation.RequestParameterMap;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.countermand.cancellation.AnotherWayService;
import org.countermand.cancellation.CancellationService;
import org.countermand.cancellation.model.Assent;
import org.countermand.cancellation.model.Cancellation;
import org.countermand.cancellation.model.Command;
import org.countermand.cancellation.model.Dossier;
import org.countermand.cancellation.model.Lifecycle;
import org.countermand.cancellation.model.PublicStatus;
import org.countermand.cancellation.model.State;
import org.countermand.kernel.Decision;
import org.countermand.payment.model.PayoutState;
import org.countermand.payment.model.RefundPart;
import org.countermand.refund.model.Quotation;
import org.jspecify.annotations.Nullable;

/**
 * Where a cancellation stands: the acknowledgement, the way it has gone, the money. Here a buyer
 * also agrees to changed amounts, and takes his request back while nothing has moved.
 */
@Named("customerStatus")
@RequestScoped
public class StatusPage {

  @Inject Guest guest;
  @Inject CancellationService cancellations;
  @Inject AnotherWayService anotherWay;
  @Inject Agreement agreement;
  @Inject Problems problems;
  @Inject Sentences sentences;
  @Inject Clock clock;
  @Inject @RequestParameterMap Map<String, String> parameters;

  private @Nullable Dossier dossier;
  private List<UUID> choosable = List.of();

  @PostConstruct
  void load() {
    dossier =
        Parameters.id(parameters, "id")
            .flatMap(id -> cancellations.find(guest.actor(), id))
            .orElse(null);
    choosable =
        dossier == null
            ? List.of()
            : dossier.parts().stream()
                .filter(part -> !anotherWay.offered(guest.actor(), part).isEmpty())
                .map(RefundPart::id)
                .toList();
  }

  /** Without a cancellation of this order there is only the order to show. */
  public @Nullable String arrive() {
    return dossier == null ? Ways.order() : null;
  }

  /** Takes the request back. */
  public @Nullable String takeBack() {
    return dossier == null
        ? Ways.order()
        : after(
            cancellations.takeBack(guest.actor(), dossier.cancellation().id(), clock.instant()));
  }

  /** Agrees to the amounts that a review has changed. */
  public @Nullable String agree() {
    if (dossier == null || dossier.quotation().isEmpty()) {
      return Ways.order();
    }
    Cancellation cancellation = dossier.cancellation();
    return after(
        agreement
            .to(dossier.quotation().get())
            .then(
                agreed ->
                    cancellations.agree(
                        new Assent(
                            guest.actor(),
                            cancellation.id(),
                            agreed.consent(),
                            "",
                            agreed.declaration(),
                            agreed.disclosure().locale(),
                            clock.instant()))));
  }

  /** Shows what has become of it; a refusal is told on the page as it stands now. */
  private @Nullable String after(Decision<Cancellation> decision) {
    if (decision instanceof Decision.Accepted<Cancellation> yes) {
      return Ways.status(yes.value().id());
    }
    problems.add(((Decision.Refused<Cancellation>) decision).findings());
    load();
    return null;
  }

  /** Whether there is something to show; the rest may be asked for only then. */
  public boolean isKnown() {
    return dossier != null;
  }

  /** The id in the address, as it was given. */
  public String getId() {
    return Parameters.text(parameters, "id");
  }

  /** The address is read before the form; what Faces brings here is the same. */
  public void setId(@Nullable String id) {}

  public String getEyebrow() {
    return sentences.say(
        "page.status.eyebrow",
        "number",
        cancellation().number(),
        "order",
        known().order().channelNumber());
  }

  public String getHeading() {
    String word =
        switch (cancellation().state()) {
          case COMPLETED -> isMoneyOpen() ? "open" : "done";
          case REFUSED -> "refused";
          case WITHDRAWN, EXPIRED -> "ended";
          default -> "open";
        };
    return sentences.say("page.status.heading." + word);
  }

  /** Whether the goods are settled and the money is not. */
  private boolean isMoneyOpen() {
    PublicStatus status = known().status();
    return status == PublicStatus.REFUND_FAILED || status == PublicStatus.ANOTHER_WAY_CHOSEN;
  }

  /** When it was received, as the acknowledgement says it. */
  public String getReceived() {
    return sentences.say(
        "page.status.received.text",
        "at",
        sentences.exactly(cancellation().moments().receivedAt()));
  }

  public String getStatus() {
    return sentences.say("status." + known().status());
  }

  public String getStatusText() {
    return sentences.say("status." + known().status() + textVariant());
  }

  /** What is to be done by the buyer, or is no money, is told in other words. */
  private String textVariant() {
    return switch (known().status()) {
      case REFUND_FAILED -> choosable.isEmpty() ? ".text" : ".choose";
      case PAID_ANOTHER_WAY ->
          known().payouts().stream().anyMatch(payout -> payout.state() == PayoutState.PAID)
              ? ".text"
              : ".credit";
      default -> ".text";
    };
  }

  public String getTone() {
    return Tones.of(known().status());
  }

  public List<TimelineStep> getTimeline() {
    return new Timeline(known(), sentences).steps();
  }

  /** What was asked for, line by line. */
  public List<CancelledRow> getLines() {
    boolean answered = cancellation().moments().executingAt() != null;
    return cancellation().lines().stream()
        .map(line -> CancelledRow.of(line, known().order(), answered, sentences))
        .toList();
  }

  /** Why it was refused, or why a person decides. */
  public List<String> getFindings() {
    return sentences.say(cancellation().findings());
  }

  public List<PartRow> getParts() {
    return known().parts().stream().map(part -> PartRow.of(part, known(), sentences)).toList();
  }

  /** What the buyer should do now, or empty: without him the money goes nowhere. */
  public String getChoosable() {
    return choosable.isEmpty() ? "" : choosable.get(0).toString();
  }

  public @Nullable Quotation getQuotation() {
    return known().quotation().orElse(null);
  }

  /** What comes back; nothing where nothing will, or where nobody can say yet what it will be. */
  public @Nullable AmountsTable getAmounts() {
    return known()
        .quotation()
        .filter(promise -> cancellation().state() != State.RECEIVED)
        .filter(promise -> !Timeline.ENDED_EARLY.contains(cancellation().state()))
        .map(quotation -> new AmountsTable(known().order(), quotation, sentences))
        .orElse(null);
  }

  /** The number of the credit document, or empty while there is none. */
  public String getCredit() {
    return known().creditNumber().orElse("");
  }

  /** Whether it waits for the buyer's agreement to other amounts. */
  public boolean isAgreeable() {
    return cancellation().state() == State.QUOTED
        && known().quotation().filter(promise -> !promise.expired(clock.instant())).isPresent();
  }

  /** What the button says under changed amounts. */
  public String getButton() {
    Optional<Quotation> quotation = known().quotation();
    return quotation
        .map(promise -> sentences.money(promise.total()))
        .map(amount -> sentences.say("page.quotation.submitAmount", "amount", amount))
        .orElse("");
  }

  /** Whether it can still be taken back, by the table of the life cycle. */
  public boolean isRevocable() {
    return Lifecycle.decide(cancellation().state(), new Command.TakeBack())
        instanceof Decision.Accepted<?>;
  }

  /** Whether the page is worth reading again by itself; it is not while it waits for its reader. */
  public boolean isMoving() {
    return dossier != null
        && (known().status() == PublicStatus.ANOTHER_WAY_CHOSEN
            || (!cancellation().state().terminal() && !isAgreeable()));
  }

  private Cancellation cancellation() {
    return known().cancellation();
  }

  private Dossier known() {
    Dossier found = dossier;
    if (found == null) {
      throw new IllegalStateException("There is no cancellation to show");
    }
    return found;
  }
}
