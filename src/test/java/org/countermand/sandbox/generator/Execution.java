package org.countermand.sandbox.generator;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.countermand.cancellation.model.Cancellation;
import org.countermand.cancellation.model.CancelledLine;
import org.countermand.cancellation.model.Event;
import org.countermand.cancellation.model.Planning;
import org.countermand.cancellation.model.StepKind;
import org.countermand.cancellation.model.WorkItem;
import org.countermand.kernel.Actor;
import org.countermand.kernel.Decision;
import org.countermand.kernel.Finding;
import org.countermand.kernel.Money;
import org.countermand.kernel.ReasonCode;
import org.countermand.logistics.model.HoldAnswer;
import org.countermand.logistics.model.HoldLine;
import org.countermand.logistics.model.HoldRequest;
import org.countermand.logistics.model.HoldStatus;
import org.countermand.order.model.Order;
import org.countermand.order.model.TaxLine;
import org.countermand.order.model.UnitRange;
import org.countermand.outbox.model.EventType;
import org.countermand.payment.model.PartKind;
import org.countermand.payment.model.PlannedPart;
import org.countermand.refund.model.Crediting;
import org.countermand.refund.model.Quotation;
import org.countermand.refund.model.QuotedCharge;
import org.countermand.refund.model.Quoting;
import org.countermand.sandbox.Sellers;
import org.countermand.sandbox.Settings;
import org.countermand.sandbox.generator.PaymentTold.RefundTold;
import org.countermand.tax.model.DocumentDraft;
import org.countermand.tax.model.IssuedDocument;

/**
 * A confirmed cancellation until all of it is done: the goods held, the money back, the document.
 */
final class Execution {

  /** Banks need a day or two to find that a card is gone. */
  private static final Duration UNTIL_FAILURE = Duration.ofHours(40);

  private static final Actor NEWS = new Actor.System("news");

  private final Dice dice;
  private final Scribe scribe;
  private final Standing standing;
  private final Instant until;
  private final List<IssuedDocument> issued = new ArrayList<>();

  Execution(Dice dice, Scribe scribe, Standing standing, Instant until) {
    this.dice = dice;
    this.scribe = scribe;
    this.standing = standing;
    this.until = until;
  }

  /** What became of it, and the order with what it took. */
  record Executed(Cancellation cancellation, Order order) {}

  /** A promise that was given back by a bank. */
  private record Lost(UUID part, Money amount, Instant at) {}

  /**
   * Executes.
   *
   * @param before the order as it was before the claim
   * @param claimed the order with what was claimed
   */
  Executed run(
      Actor actor,
      Cancellation confirmed,
      Order before,
      Order claimed,
      Purse purse,
      Quotation promise,
      Fate fate,
      Instant at) {
    List<HoldLine> wanted =
        Planning.holds(confirmed.id(), claimed, promise).stream()
            .map(HoldRequest::lines)
            .flatMap(List::stream)
            .toList();
    if (wanted.isEmpty()) {
      Cancellation holding = scribe.walk(actor, confirmed, Event.HOLD_ASKED, at);
      Cancellation executing = scribe.walk(actor, holding, Event.HELD, at);
      claims(claimed, confirmed.id(), Planning.units(promise), promise);
      return new Executed(
          finish(executing, claimed, purse, promise, Optional.empty(), 0, at, at), claimed);
    }
    UUID hold = scribe.id(at);
    Instant asked = at.plusMillis(dice.between(20, 80));
    Cancellation holding = scribe.walk(Scribe.RUNNER, confirmed, Event.HOLD_ASKED, asked);
    Instant answered = scribe.step(holding, 1, StepKind.HOLD, hold, at, asked);
    List<HoldLine> got = fate == Fate.PARTLY_HELD ? fewer(wanted) : wanted;
    HoldStatus status = got.equals(wanted) ? HoldStatus.HELD : HoldStatus.PARTLY_HELD;
    hold(hold, confirmed, claimed, wanted, got, status, at, answered);
    List<CancelledLine> lines =
        Planning.held(claimed, holding.lines(), List.of(new HoldAnswer(hold, status, got)));
    Cancellation held = holding.holding(lines);
    if (status == HoldStatus.HELD) {
      Cancellation executing = scribe.walk(Scribe.RUNNER, held, Event.HELD, answered);
      claims(claimed, held.id(), Planning.units(promise), promise);
      return new Executed(
          finish(executing, claimed, purse, promise, Optional.of(hold), 1, answered, answered, got),
          claimed);
    }
    return narrowed(held, before, claimed, purse, hold, got, answered);
  }

  /** Goes on with what could be held, under a promise for that. */
  private Executed narrowed(
      Cancellation held,
      Order before,
      Order claimed,
      Purse purse,
      UUID hold,
      List<HoldLine> got,
      Instant at) {
    Map<UUID, List<UnitRange>> kept = Planning.keep(claimed, held.id(), held.lines());
    Order order = Till.claimed(before, held.id(), kept, Set.of());
    Quotation promise =
        must(
            Quoting.quoteHeld(
                scribe.id(at),
                order,
                kept,
                org.countermand.refund.model.Standing.usual(purse.accounts()),
                at));
    quotation(promise);
    Cancellation partly =
        held.promising(promise.id(), promise.total())
            .because(List.of(Finding.of(ReasonCode.WAREHOUSE_PARTLY)));
    Cancellation executing = scribe.walk(Scribe.RUNNER, partly, Event.PARTLY_HELD, at);
    claims(order, held.id(), kept, promise);
    return new Executed(
        finish(executing, order, purse, promise, Optional.of(hold), 1, at, at, got), order);
  }

  /** All but some units of one line; all if there is but one. */
  private List<HoldLine> fewer(List<HoldLine> wanted) {
    if (wanted.stream().mapToInt(HoldLine::units).sum() < 2) {
      return wanted;
    }
    List<HoldLine> got = new ArrayList<>(wanted);
    HoldLine last = got.remove(got.size() - 1);
    if (last.units() > 1) {
      int units = (int) dice.between(1, last.units() - 1L);
      got.add(new HoldLine(last.lineId(), last.sku(), units));
    }
    return got;
  }

  private void hold(
      UUID id,
      Cancellation cancellation,
      Order order,
      List<HoldLine> wanted,
      List<HoldLine> got,
      HoldStatus status,
      Instant at,
      Instant answered) {
    scribe.row(
        Table.WAREHOUSE_HOLD,
        id,
        cancellation.id(),
        "depot",
        order.channelNumber(),
        status,
        at,
        answered);
    HoldAnswer answer = new HoldAnswer(id, status, got);
    for (HoldLine line : wanted) {
      scribe.row(
          Table.HOLD_LINE,
          id,
          line.lineId(),
          line.sku(),
          line.units(),
          answer.unitsOf(line.lineId()));
    }
  }

  private void claims(
      Order order, UUID cancellation, Map<UUID, List<UnitRange>> units, Quotation promise) {
    units.forEach(
        (line, ranges) ->
            ranges.forEach(
                range ->
                    scribe.row(
                        Table.UNIT_CLAIM,
                        line,
                        order.id(),
                        range.first(),
                        range.last(),
                        cancellation)));
    for (QuotedCharge charge : promise.charges()) {
      scribe.row(Table.CHARGE_CLAIM, charge.chargeId(), order.id(), cancellation);
    }
  }

  private Cancellation finish(
      Cancellation executing,
      Order order,
      Purse purse,
      Quotation promise,
      Optional<UUID> hold,
      int steps,
      Instant plannedAt,
      Instant at) {
    return finish(executing, order, purse, promise, hold, steps, plannedAt, at, List.of());
  }

  /** The money, the document, the stock. */
  private Cancellation finish(
      Cancellation executing,
      Order order,
      Purse purse,
      Quotation promise,
      Optional<UUID> hold,
      int steps,
      Instant plannedAt,
      Instant at,
      List<HoldLine> got) {
    int position = steps;
    Instant now = at;
    List<Lost> lost = new ArrayList<>();
    for (PlannedPart part : Planning.parts(promise)) {
      UUID id = scribe.id(plannedAt);
      Instant asked = now.plusMillis(10);
      now = scribe.step(executing, ++position, StepKind.REIMBURSE, id, plannedAt, asked);
      part(executing, order, purse, part, id, asked, now).ifPresent(lost::add);
    }
    now =
        scribe.step(
            executing, ++position, StepKind.CREDIT, executing.id(), plannedAt, now.plusMillis(5));
    String credit = credit(executing, order, promise, now);
    if (hold.isPresent()) {
      now =
          scribe.step(
              executing, ++position, StepKind.RELEASE, hold.get(), plannedAt, now.plusMillis(5));
      for (HoldLine line : got) {
        scribe.row(
            Table.STOCK_MOVEMENT,
            scribe.id(now),
            executing.id(),
            order.id(),
            line.lineId(),
            "depot",
            line.sku(),
            line.units(),
            now);
      }
    }
    Cancellation completed = scribe.walk(Scribe.RUNNER, executing, Event.PLAN_DONE, now);
    scribe.tell(
        EventType.CANCELLATION_COMPLETED,
        completed,
        Optional.of(promise),
        Optional.of(credit),
        now);
    lost.forEach(each -> failed(completed, promise, credit, each));
    return completed;
  }

  private Optional<Lost> part(
      Cancellation executing,
      Order order,
      Purse purse,
      PlannedPart planned,
      UUID id,
      Instant asked,
      Instant settled) {
    PartKind kind = purse.begin(planned.tenderId(), planned.amount());
    boolean refund = kind == PartKind.REFUND;
    Instant failure = settled.plus(UNTIL_FAILURE);
    boolean fails = refund && failure.isBefore(until) && dice.perMille(4);
    String reference = refund ? "re_3" + dice.word(24) : purse.reference(planned.tenderId());
    scribe.row(
        Table.REFUND_PART,
        id,
        executing.id(),
        order.id(),
        planned.tenderId(),
        kind,
        fails ? "FAILED" : "SUCCEEDED",
        order.currency().getCurrencyCode(),
        planned.amount().minor(),
        !fails,
        reference,
        asked,
        settled);
    if (refund) {
      purse.refunded(
          planned.tenderId(),
          new RefundTold(
              reference, planned.amount().minor(), fails, id.toString(), asked.getEpochSecond()));
      scribe.news("refund.created", settled);
      scribe.news("charge.refunded", settled);
    } else if (kind == PartKind.VOID) {
      scribe.news("payment_intent.canceled", settled);
    }
    if (fails) {
      purse.undo(planned.tenderId(), planned.amount());
      scribe.news("refund.failed", failure);
    }
    return fails ? Optional.of(new Lost(id, planned.amount(), failure)) : Optional.empty();
  }

  private void failed(Cancellation completed, Quotation promise, String credit, Lost lost) {
    scribe.needPerson(
        NEWS,
        completed,
        ReasonCode.REFUND_FAILED,
        WorkItem.NextAction.REFUND_ANOTHER_WAY,
        lost.at(),
        lost.at().plus(Duration.ofHours(3)));
    scribe.tell(
        EventType.REFUND_FAILED, completed, Optional.of(promise), Optional.of(credit), lost.at());
  }

  private String credit(Cancellation executing, Order order, Quotation promise, Instant at) {
    DocumentDraft draft =
        DocumentDraft.of(
            Crediting.request(order, executing.id(), promise, at),
            Sellers.of(order.legalEntity()),
            issued.stream().filter(earlier -> earlier.orderId().equals(order.id())).toList());
    IssuedDocument document = draft.numbered(scribe.id(at), standing.nextDocument(draft.series()));
    // Orders are told one after the other.
    issued.removeIf(earlier -> !earlier.orderId().equals(order.id()));
    issued.add(document);
    scribe.row(
        Table.DOCUMENT,
        document.id(),
        document.cancellationId(),
        document.orderId(),
        document.shop(),
        document.legalEntity(),
        document.series(),
        document.year(),
        document.counter(),
        document.number(),
        document.kind(),
        document.place(),
        document.scheme(),
        document.issuedOn(),
        document.total().currency().getCurrencyCode(),
        document.total().minor(),
        document.invoiceNumber(),
        document.corrects(),
        document.digest(),
        document.text());
    int position = 0;
    for (TaxLine tax : draft.ruling().taxes()) {
      scribe.row(
          Table.DOCUMENT_TAX,
          document.id(),
          ++position,
          tax.authority(),
          tax.ratePercent().toPlainString(),
          tax.amount().minor());
    }
    return document.number();
  }

  void quotation(Quotation quotation) {
    scribe.row(
        Table.QUOTATION,
        quotation.id(),
        quotation.orderId(),
        quotation.expiresAt(),
        quotation.digest(),
        quotation.text(),
        Settings.signed(quotation.text()));
  }

  /** What the rules have let pass. */
  <T> T must(Decision<T> decision) {
    if (decision instanceof Decision.Accepted<T> yes) {
      return yes.value();
    }
    throw new IllegalStateException("Allowed, but: " + decision);
  }
}
