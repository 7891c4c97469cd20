package org.countermand.cancellation;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.countermand.cancellation.model.Cancellation;
import org.countermand.cancellation.model.WorkItem;
import org.countermand.cancellation.store.CancellationRepository;
import org.countermand.kernel.Access;
import org.countermand.kernel.Action;
import org.countermand.kernel.Actor;
import org.countermand.kernel.Money;
import org.countermand.kernel.ReasonCode;
import org.countermand.payment.PaymentService;
import org.countermand.payment.ReconciliationService;
import org.countermand.payment.model.Compared;
import org.countermand.payment.model.Difference;
import org.countermand.payment.model.GatewayRefund;
import org.countermand.payment.model.Reconciliation;
import org.countermand.payment.model.RefundPart;
import org.countermand.payment.model.Tally;
import org.countermand.refund.RefundService;
import org.countermand.refund.model.Quotation;
import org.countermand.refund.model.QuotedTender;

/** The door for what comparing a gateway's list with our books means for cancellations. */
@Stateless
public class ComparisonService {

  @Inject private ReconciliationService reconciliations;
  @Inject private PaymentService payments;
  @Inject private RefundService refunds;
  @Inject private CancellationRepository cancellations;
  @Inject private TransitionService transitions;
  @Inject private Clock clock;

  /** Compares one page of a gateway's list; differences are written down, and people are told. */
  public Tally compare(Actor actor, String gateway, List<GatewayRefund> page) {
    require(actor);
    Compared compared = reconciliations.compare(actor, gateway, page);
    reconciliations.record(actor, compared.differences());
    differ(actor, compared.differences());
    agree(
        actor,
        reconciliations.present(
            actor, gateway, page.stream().flatMap(refund -> refund.partId().stream()).toList()));
    long exact =
        compared.settled().stream()
            .filter(
                pair ->
                    promised(actor, pair.part()).filter(pair.refund().amount()::equals).isPresent())
            .count();
    return compared.tally().plus(new Tally(0, 0, 0, 0, compared.settled().size(), exact));
  }

  /** A refund that we hold for done and that the gateway does not have. */
  public void missingThere(Actor actor, Reconciliation run, String payment, RefundPart part) {
    require(actor);
    List<Difference> missing =
        List.of(Difference.missingThere(run.gateway(), payment, part, run.day()));
    reconciliations.record(actor, missing);
    differ(actor, missing);
  }

  /** The day is compared; what was different and is no longer needs nobody any more. */
  public void finish(Actor actor, Reconciliation run, Tally tally) {
    require(actor);
    agree(actor, reconciliations.finish(actor, run, tally));
  }

  /** Differences need a person where a cancellation is known. */
  public void differ(Actor actor, List<Difference> differences) {
    Instant now = clock.instant();
    differences.stream()
        .flatMap(difference -> of(actor, difference.part()).stream())
        .forEach(
            cancellation ->
                transitions.needPerson(
                    actor,
                    cancellation,
                    ReasonCode.BOOKS_DIFFER,
                    WorkItem.NextAction.COMPARE_BOOKS,
                    now));
  }

  /** Where nothing is different any more, nobody is needed. */
  public void agree(Actor actor, Collection<UUID> parts) {
    Instant now = clock.instant();
    parts.stream()
        .flatMap(part -> of(actor, part).stream())
        .filter(cancellation -> !reconciliations.differs(actor, cancellation.id()))
        .forEach(
            cancellation ->
                transitions.needNoPerson(actor, cancellation, ReasonCode.BOOKS_DIFFER, now));
  }

  private Optional<Cancellation> of(Actor actor, UUID part) {
    return payments.known(actor, part).flatMap(known -> cancellations.find(known.cancellationId()));
  }

  /** What the quotation that was executed says of the tender. */
  private Optional<Money> promised(Actor actor, RefundPart part) {
    return cancellations
        .find(part.cancellationId())
        .flatMap(cancellation -> promise(actor, cancellation))
        .flatMap(
            promise ->
                promise.tenders().stream()
                    .filter(tender -> tender.tenderId().equals(part.tenderId()))
                    .map(QuotedTender::amount)
                    .findFirst());
  }

  private Optional<Quotation> promise(Actor actor, Cancellation cancellation) {
    Access.Subject subject = new Access.Subject(cancellation.shop(), cancellation.orderId());
    return cancellation.quotationId().flatMap(id -> refunds.find(actor, subject, id));
  }

  private static void require(Actor actor) {
    if (Access.refusal(actor, Action.RUN_PROCESS).isPresent()) {
      throw new SecurityException("Not permitted: " + actor.kind());
    }
  }
}
