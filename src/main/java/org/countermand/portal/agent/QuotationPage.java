package org.countermand.portal.agent;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.countermand.cancellation.CancellationService;
import org.countermand.cancellation.model.Basis;
import org.countermand.cancellation.model.Kind;
import org.countermand.cancellation.model.Receipt;
import org.countermand.cancellation.model.Request;
import org.countermand.consent.ConsentService;
import org.countermand.consent.model.Disclosure;
import org.countermand.eligibility.model.Effect;
import org.countermand.eligibility.model.Verdict;
import org.countermand.kernel.Decision;
import org.countermand.order.OrderService;
import org.countermand.order.model.Order;
import org.countermand.refund.RefundService;
import org.countermand.refund.model.Quotation;
import org.jspecify.annotations.Nullable;

/**
 * A quotation as the buyer would see it, to be read out to him or to be decided by the shop. The
 * form carries the digests of what was shown, so that nobody agrees to something else.
 */
@Named("officeQuotation")
@RequestScoped
public class QuotationPage {

  private static final System.Logger LOG = System.getLogger(QuotationPage.class.getName());

  private static final int LONGEST_REASON = 1_000;

  @Inject CancellationService cancellations;
  @Inject ConsentService consents;
  @Inject RefundService refunds;
  @Inject OrderService orders;
  @Inject Office office;
  @Inject Surroundings surroundings;
  @Inject Wording wording;
  @Inject Clock clock;

  private @Nullable Order order;
  private @Nullable Quotation quotation;
  private boolean review;

  /** Before a form is read: a page that shows complaints repeats what it knew by then. */
  @PostConstruct
  void begin() {
    Optional<Order> sold = surroundings.id("order").flatMap(id -> orders.find(office.actor(), id));
    order = sold.orElse(null);
    quotation =
        sold.flatMap(
                known ->
                    surroundings.id("q").flatMap(id -> refunds.find(office.actor(), known, id)))
            .orElse(null);
    review = quotation != null && needsPerson(quotation);
  }

  private boolean needsPerson(Quotation shown) {
    try {
      return cancellations.judge(office.actor(), shown.orderId(), shown.asks(), clock.instant())
              instanceof Decision.Accepted<Verdict> judged
          && judged.value().effect() == Effect.REVIEW;
    } catch (RuntimeException e) {
      // What cannot be judged now is recorded all the same; then somebody looks at it.
      LOG.log(Level.ERROR, "Quotation " + shown.id() + " cannot be judged", e);
      return true;
    }
  }

  /** Nothing is told of what this agent may not see. */
  public void load() {
    if (quotation == null) {
      surroundings.notFound();
    }
  }

  public @Nullable Order getOrder() {
    return order;
  }

  public @Nullable Quotation getQuotation() {
    return quotation;
  }

  public boolean isExpired() {
    return quotation != null && quotation.expired(clock.instant());
  }

  /** Whether a person still has to decide after the buyer has agreed. */
  public boolean isReview() {
    return review;
  }

  /** The text to be read out. */
  public Disclosure getDisclosure() {
    return consents.disclosure(office.actor(), wording.locale());
  }

  /** What is asked for; a cancellation unless the address says that it is a withdrawal. */
  public Kind getKind() {
    return surroundings.parameter("kind").equals(Kind.WITHDRAWAL.name())
        ? Kind.WITHDRAWAL
        : Kind.CANCELLATION;
  }

  /** Why, in the word that was chosen on the page before, or empty. */
  public String getReason() {
    return surroundings.word("reason");
  }

  /** The words that are recorded as the buyer's declaration. */
  public String getDeclaration() {
    return order == null
        ? ""
        : wording.fill(
            "page.quotation.declaration." + getKind(),
            "order",
            order.channelNumber(),
            "date",
            wording.dayOf(order.placedAt()));
  }

  /** The grounds that were typed, to show them again. */
  public String getGrounds() {
    return surroundings.parameter("grounds");
  }

  public String complaint(String control) {
    return surroundings.complaint(control);
  }

  /** Cancels because the buyer has heard the amounts and the text, and agrees. */
  public void agree() {
    if (!surroundings.parameter("told").equals("on")) {
      surroundings.complain("told", wording.say("agent.quotation.told.missing"));
      return;
    }
    if (quotation != null) {
      request(
          quotation,
          new Basis.Consent(
              quotation.id(),
              surroundings.parameter("digest"),
              surroundings.parameter("disclosure")),
          getDeclaration() + "\n\n" + getDisclosure().text());
    }
  }

  /** Cancels because the shop wants to, on the grounds that are typed. */
  public void decide() {
    String grounds = getGrounds();
    if (grounds.isEmpty() || grounds.length() > LONGEST_REASON) {
      surroundings.complain("grounds", wording.say("agent.quotation.grounds.missing"));
      return;
    }
    if (quotation != null) {
      request(quotation, new Basis.MerchantDecision(grounds), grounds);
    }
  }

  /** One quotation and one kind of basis make one cancellation, however often a form is sent. */
  private void request(Quotation shown, Basis basis, String declaration) {
    Decision<Receipt> decision =
        cancellations.request(
            new Request(
                office.actor(),
                shown.orderId(),
                getKind(),
                shown.asks(),
                basis,
                getReason(),
                "office-" + basis.kind() + "-" + shown.id(),
                declaration,
                wording.locale(),
                clock.instant()));
    if (decision instanceof Decision.Accepted<Receipt> yes) {
      surroundings.redirect(
          "cancellation",
          Map.of(
              "id",
              yes.value().cancellation().id().toString(),
              "done",
              yes.value().created() ? "requested" : "known"));
    } else if (decision instanceof Decision.Refused<Receipt> no) {
      surroundings.refuse(no.findings());
    }
  }
}
