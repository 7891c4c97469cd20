package org.countermand.portal.agent;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.countermand.cancellation.AnotherWayService;
import org.countermand.cancellation.model.AnotherWay;
import org.countermand.cancellation.model.Dossier;
import org.countermand.kernel.Decision;
import org.countermand.kernel.Finding;
import org.countermand.kernel.ReasonCode;
import org.countermand.payment.model.Choice;
import org.countermand.payment.model.Payout;
import org.countermand.payment.model.PayoutMethod;
import org.countermand.payment.model.RefundPart;

/**
 * Where an agent enters what the buyer says on the telephone after a refund failed: through the
 * buyer's own door, and as little kept or shown again. Somebody else lets the money go.
 */
@Named("officeTransfer")
@RequestScoped
public class TransferForm {

  private static final String PART = "transfer-part";
  private static final String HOLDER = "transfer-holder";
  private static final String IBAN = "transfer-iban";
  private static final String ASSENT = "transfer-assent";

  @Inject AnotherWayService anotherWay;
  @Inject CancellationPage page;
  @Inject Office office;
  @Inject Surroundings surroundings;
  @Inject Wording wording;
  @Inject Clock clock;

  private List<Option> transfers = List.of();
  private List<Option> credits = List.of();

  /**
   * A refund that failed, as it can be chosen.
   *
   * @param assent what the buyer says who wants credit instead of money
   */
  public record Option(String part, String label, String assent, boolean chosen) {}

  @PostConstruct
  void begin() {
    transfers = options(PayoutMethod.BANK_TRANSFER);
    credits = options(PayoutMethod.STORE_CREDIT);
  }

  private List<Option> options(PayoutMethod method) {
    Dossier dossier = page.getDossier();
    return dossier == null || !office.may("CHOOSE_PAYOUT")
        ? List.of()
        : dossier.parts().stream()
            .filter(part -> anotherWay.offered(office.actor(), part).contains(method))
            .map(this::option)
            .toList();
  }

  private Option option(RefundPart part) {
    String amount = wording.money(part.amount());
    String id = part.id().toString();
    return new Option(
        id,
        wording.fill(
            "agent.transfer.part", "amount", amount, "tender", page.tender(part.tenderId())),
        wording.fill("page.way.assent", "amount", amount),
        id.equals(surroundings.parameter(PART)));
  }

  public boolean isTransferable() {
    return surroundings.isReadingForm() || !transfers.isEmpty();
  }

  public boolean isCreditable() {
    return surroundings.isReadingForm() || !credits.isEmpty();
  }

  public List<Option> getTransfers() {
    return transfers;
  }

  public List<Option> getCredits() {
    return credits;
  }

  public String getHolder() {
    return surroundings.parameter(HOLDER);
  }

  public String complaint(String control) {
    return surroundings.complaint(control);
  }

  /** Takes the account that the buyer names. */
  public void transfer() {
    surroundings
        .id(PART)
        .ifPresent(
            part -> choose(Choice.transfer(part, getHolder(), surroundings.parameter(IBAN))));
  }

  /** Takes it that the buyer expressly wants credit instead of money. */
  public void credit() {
    boolean wanted = surroundings.parameter(ASSENT).equals("on");
    String part = surroundings.parameter(PART);
    surroundings
        .id(PART)
        .ifPresent(
            id ->
                choose(
                    Choice.credit(
                        id,
                        credits.stream()
                            .filter(option -> wanted && option.part().equals(part))
                            .map(Option::assent)
                            .findFirst()
                            .orElse(""))));
  }

  private void choose(Choice choice) {
    Dossier dossier = page.getDossier();
    if (dossier == null) {
      return;
    }
    Decision<Payout> decision =
        anotherWay.choose(
            new AnotherWay(office.actor(), dossier.cancellation().id(), choice, clock.instant()));
    if (decision instanceof Decision.Accepted<Payout> yes) {
      surroundings.redirect(
          "cancellation",
          Map.of("id", yes.value().cancellationId().toString(), "done", "transfer"));
    } else if (decision instanceof Decision.Refused<Payout> no) {
      no.findings().forEach(this::complain);
    }
  }

  private void complain(Finding finding) {
    Optional<String> field = Optional.ofNullable(finding.parameters().get("field"));
    boolean missing = finding.code() == ReasonCode.FIELD_MISSING;
    if (field.equals(Optional.of("holder"))) {
      surroundings.complain(
          HOLDER, wording.say("page.way.holder." + (missing ? "missing" : "malformed")));
    } else if (field.equals(Optional.of("iban"))) {
      surroundings.complain(IBAN, wording.say("page.way.iban.missing"));
    } else if (finding.code() == ReasonCode.CONSENT_MISSING) {
      surroundings.complain(ASSENT, wording.say("agent.transfer.assent.missing"));
    } else if (finding.code() == ReasonCode.IBAN_INVALID
        || finding.code() == ReasonCode.IBAN_OUTSIDE_SEPA) {
      surroundings.complain(IBAN, String.join(" ", wording.findings(List.of(finding))));
    } else {
      surroundings.refuse(List.of(finding));
    }
  }
}
