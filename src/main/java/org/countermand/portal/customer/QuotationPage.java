package org.countermand.portal.customer;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.annotation.RequestParameterMap;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.countermand.cancellation.CancellationService;
import org.countermand.cancellation.model.Kind;
import org.countermand.cancellation.model.Receipt;
import org.countermand.cancellation.model.Request;
import org.countermand.eligibility.model.Effect;
import org.countermand.eligibility.model.Verdict;
import org.countermand.kernel.Decision;
import org.countermand.kernel.ReasonCode;
import org.countermand.refund.RefundService;
import org.countermand.refund.model.Quotation;
import org.jspecify.annotations.Nullable;

/**
 * What comes back, and the agreement to it: the one page on which a buyer cancels. Sending its form
 * twice is harmless, because one quotation makes one cancellation.
 */
@Named("customerQuotation")
@RequestScoped
public class QuotationPage {

  private static final System.Logger LOG = System.getLogger(QuotationPage.class.getName());

  @Inject Guest guest;
  @Inject CancellationService cancellations;
  @Inject RefundService refunds;
  @Inject Agreement agreement;
  @Inject GroundsCookie grounds;
  @Inject Problems problems;
  @Inject Sentences sentences;
  @Inject Clock clock;
  @Inject @RequestParameterMap Map<String, String> parameters;

  private @Nullable Quotation quotation;
  private boolean review;

  @PostConstruct
  void load() {
    quotation =
        Parameters.id(parameters, "q")
            .flatMap(id -> refunds.find(guest.actor(), guest.order(), id))
            .orElse(null);
    review = quotation != null && needsPerson(quotation);
  }

  private boolean needsPerson(Quotation shown) {
    try {
      return cancellations.judge(guest.actor(), shown.orderId(), shown.asks(), clock.instant())
              instanceof Decision.Accepted<Verdict> judged
          && judged.value().effect() == Effect.REVIEW;
    } catch (RuntimeException e) {
      // What cannot be judged now is recorded all the same; then somebody looks at it.
      LOG.log(Level.ERROR, "Quotation " + shown.id() + " cannot be judged", e);
      return true;
    }
  }

  /** Without a quotation of this order there is only the order to show. */
  public @Nullable String arrive() {
    return quotation == null ? Ways.order(ReasonCode.QUOTATION_UNKNOWN) : null;
  }

  /** Cancels, and leads to where it stands; a refusal leads back to the choice. */
  public @Nullable String confirm() {
    Quotation shown = quotation;
    if (shown == null) {
      return Ways.order(ReasonCode.QUOTATION_UNKNOWN);
    }
    try {
      Decision<Receipt> decision = agreement.to(shown).then(agreed -> request(shown, agreed));
      return decision instanceof Decision.Accepted<Receipt> yes
          ? Ways.status(yes.value().cancellation().id())
          : Ways.order(((Decision.Refused<Receipt>) decision).findings().get(0).code());
    } catch (RuntimeException e) {
      // Whether it was recorded before the failure shows at the second try: it is the same request.
      LOG.log(Level.ERROR, "The request on quotation " + shown.id() + " failed", e);
      problems.add(sentences.say("page.quotation.trouble"));
      return null;
    }
  }

  private Decision<Receipt> request(Quotation shown, Agreement.Agreed agreed) {
    return cancellations.request(
        new Request(
            guest.actor(),
            shown.orderId(),
            Kind.CANCELLATION,
            List.of(),
            agreed.consent(),
            grounds.of(shown.id()).text(),
            "",
            agreed.declaration(),
            agreed.disclosure().locale(),
            clock.instant()));
  }

  public @Nullable Quotation getQuotation() {
    return quotation;
  }

  /** The id in the address, as it was given. */
  public String getId() {
    return Parameters.text(parameters, "q");
  }

  /** The address is read before the form; what Faces brings here is the same. */
  public void setId(@Nullable String id) {}

  public String getEyebrow() {
    return sentences.say("page.quotation.eyebrow", "order", guest.order().channelNumber());
  }

  public String getValidUntil() {
    return quotation == null
        ? ""
        : sentences.say("page.quotation.validUntil", "at", sentences.moment(quotation.expiresAt()));
  }

  public boolean isExpired() {
    return quotation != null && quotation.expired(clock.instant());
  }

  /** Whether a person decides after the buyer has agreed. */
  public boolean isReview() {
    return review;
  }

  public @Nullable AmountsTable getAmounts() {
    return quotation == null ? null : new AmountsTable(guest.order(), quotation, sentences);
  }

  /** What the button says. */
  public String getButton() {
    if (quotation == null) {
      return "";
    }
    return review
        ? sentences.say("page.quotation.submitReview")
        : sentences.say(
            "page.quotation.submitAmount", "amount", sentences.money(quotation.total()));
  }
}
