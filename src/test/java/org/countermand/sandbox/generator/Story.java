package org.countermand.sandbox.generator;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.countermand.cancellation.model.Cancellation;
import org.countermand.cancellation.model.CancelledLine;
import org.countermand.cancellation.model.Event;
import org.countermand.cancellation.model.Kind;
import org.countermand.cancellation.model.Planning;
import org.countermand.cancellation.model.State;
import org.countermand.cancellation.model.WorkItem;
import org.countermand.consent.model.Disclosures;
import org.countermand.eligibility.model.Effect;
import org.countermand.eligibility.model.Judging;
import org.countermand.eligibility.model.Policy;
import org.countermand.eligibility.model.Rule;
import org.countermand.eligibility.model.Verdict;
import org.countermand.kernel.Action;
import org.countermand.kernel.Actor;
import org.countermand.kernel.Digest;
import org.countermand.kernel.Facts;
import org.countermand.kernel.Finding;
import org.countermand.kernel.ReasonCode;
import org.countermand.order.model.Ask;
import org.countermand.order.model.FulfilmentStage;
import org.countermand.order.model.Order;
import org.countermand.outbox.model.EventType;
import org.countermand.payment.model.PaymentStanding;
import org.countermand.payment.model.TenderState;
import org.countermand.refund.model.Quotation;
import org.countermand.refund.model.QuotedCharge;
import org.countermand.refund.model.Quoting;
import org.jspecify.annotations.Nullable;

/**
 * One cancellation from the request to its end, decided by the application's own rules and written
 * down as its doors would have. Where the rules say otherwise than the fate, the rules win.
 */
final class Story {

  private static final Actor PARTNER = new Actor.Partner("linden-shop", "linden");
  private static final Actor AGENT =
      new Actor.Agent("agent-lena", Actor.EVERY_SHOP, Action.OF_LEADS);

  private static final List<String> REASONS =
      List.of("", "", "CHANGED_MIND", "ORDERED_TWICE", "TOO_LATE", "FOUND_CHEAPER");

  /** The policy that the migration brings for every shop. */
  private static final Policy POLICY =
      new Policy(
          UUID.fromString("01900000-0000-7000-8000-000000000001"),
          "*",
          "default",
          1,
          Instant.parse("2000-01-01T00:00:00Z"),
          List.of(
              new Rule.WindowAfterPlacement(Duration.ofDays(14), Effect.REVIEW),
              new Rule.FromStage(FulfilmentStage.PACKED, Effect.REVIEW),
              new Rule.FromStage(FulfilmentStage.HANDED_OVER, Effect.REFUSE),
              new Rule.WhilePayment(TenderState.PENDING, Effect.REFUSE),
              new Rule.WhilePayment(TenderState.DISPUTED, Effect.REFUSE)));

  private final Dice dice;
  private final Scribe scribe;
  private final Standing standing;
  private final Disclosures disclosures;
  private final Execution execution;
  private final Instant until;

  Story(Dice dice, Scribe scribe, Standing standing, Disclosures disclosures, Instant until) {
    this.dice = dice;
    this.scribe = scribe;
    this.standing = standing;
    this.disclosures = disclosures;
    this.until = until;
    execution = new Execution(dice, scribe, standing, until);
  }

  /** Tells it; gives the order as it is afterwards. */
  Order tell(Order order, Purse purse, Fate fate, List<Ask> asks, Instant at) {
    Actor actor = actor(fate, order);
    Optional<Quotation> promise =
        fate.byConsent() ? shown(order, purse, asks, at) : Optional.empty();
    Cancellation received = received(order, fate, asks, promise, at);
    String declaration = declaration(order, fate, asks, promise);
    consent(actor, order, promise, at);
    scribe.row(
        Table.REQUEST_RECORD,
        scribe.id(at),
        order.id(),
        received.id(),
        actor.kind(),
        actor.id(),
        received.number() + "-key",
        Digest.sha256(declaration),
        declaration,
        at);
    scribe.note(actor, received, "RECEIVED", at);
    scribe.tell(EventType.CANCELLATION_RECEIVED, received, promise, Optional.empty(), at);
    Set<TenderState> payments =
        purse.accounts().stream()
            .map(account -> account.state())
            .collect(Collectors.toUnmodifiableSet());
    Verdict verdict = Judging.judge(order, asks, POLICY, PaymentStanding.of(payments), at);
    Cancellation judged = received.because(verdict.findings());
    Told told =
        switch (verdict.effect()) {
          case ALLOW ->
              confirmed(
                  actor,
                  scribe.walk(actor, judged, Event.ALLOWED, at),
                  order,
                  purse,
                  promise.orElseGet(() -> quoted(order, purse, asks, at)),
                  Event.BASIS_GIVEN,
                  fate,
                  at);
          case REVIEW -> reviewed(actor, judged, verdict, order, purse, promise, asks, fate, at);
          case REFUSE -> new Told(refused(actor, judged, promise, at), order);
        };
    write(told, basisText(fate, promise), promise);
    return told.order();
  }

  private record Told(Cancellation cancellation, Order order) {}

  private Actor actor(Fate fate, Order order) {
    boolean himself = fate != Fate.INSTRUCTED && dice.perMille(700);
    return himself ? new Actor.Customer(order.id(), order.shop()) : PARTNER;
  }

  /** A quotation that was looked at for a while. */
  private Optional<Quotation> shown(Order order, Purse purse, List<Ask> asks, Instant at) {
    long looked = Math.min(900, Duration.between(order.placedAt(), at).toSeconds());
    return Optional.of(quoted(order, purse, asks, at.minusSeconds(dice.between(0, looked))));
  }

  private Quotation quoted(Order order, Purse purse, List<Ask> asks, Instant at) {
    Quotation quotation =
        execution.must(
            Quoting.quote(
                scribe.id(at),
                order,
                asks,
                org.countermand.refund.model.Standing.usual(purse.accounts()),
                at));
    execution.quotation(quotation);
    return quotation;
  }

  private Cancellation received(
      Order order, Fate fate, List<Ask> asks, Optional<Quotation> promise, Instant at) {
    return new Cancellation(
        scribe.id(at),
        Cancellation.number(standing.nextCancellation()),
        order.id(),
        order.shop(),
        Kind.CANCELLATION,
        State.RECEIVED,
        basisKind(fate),
        promise.map(Quotation::id),
        promise.map(Quotation::total).orElse(order.zero()),
        dice.oneOf(REASONS),
        asks.stream().map(ask -> line(order, ask)).toList(),
        List.of(),
        false,
        Cancellation.Moments.received(at));
  }

  private static CancelledLine line(Order order, Ask ask) {
    boolean goods = order.line(ask.lineId()).orElseThrow().movesStock();
    return new CancelledLine(ask.lineId(), ask.units(), goods ? 0 : ask.units());
  }

  private static String basisKind(Fate fate) {
    if (fate.byConsent()) {
      return "Consent";
    }
    return fate == Fate.INSTRUCTED ? "ChannelInstruction" : "Declaration";
  }

  private static String basisText(Fate fate, Optional<Quotation> promise) {
    return promise
        .map(quotation -> "quotation " + quotation.id() + " " + quotation.digest())
        .orElse(fate == Fate.INSTRUCTED ? "channel" : "Please cancel this.");
  }

  private static String declaration(
      Order order, Fate fate, List<Ask> asks, Optional<Quotation> promise) {
    String basis =
        promise
            .map(
                quotation ->
                    "\"type\":\"consent\",\"quotation\":\"%s\",\"digest\":\"%s\""
                        .formatted(quotation.id(), quotation.digest()))
            .orElse(
                fate == Fate.INSTRUCTED
                    ? "\"type\":\"channel_instruction\",\"reference\":\"channel\""
                    : "\"type\":\"declaration\",\"text\":\"Please cancel this.\"");
    String lines =
        asks.stream()
            .map(ask -> "{\"line\":\"%s\",\"quantity\":%d}".formatted(ask.lineId(), ask.units()))
            .collect(Collectors.joining(","));
    return "{\"order\":\"%s\",\"lines\":[%s],\"basis\":{%s}}".formatted(order.id(), lines, basis);
  }

  private void consent(Actor actor, Order order, Optional<Quotation> promise, Instant at) {
    if (promise.isEmpty()) {
      return;
    }
    Locale locale = order.buyer().locale();
    var disclosure = disclosures.current(locale);
    scribe.row(
        Table.CONSENT,
        scribe.id(at),
        promise.get().id(),
        order.id(),
        promise.get().digest(),
        disclosure.version(),
        disclosure.digest(),
        locale.toLanguageTag(),
        actor.kind(),
        actor.id(),
        at);
  }

  private Cancellation refused(
      Actor actor, Cancellation judged, Optional<Quotation> promise, Instant at) {
    Cancellation refused = scribe.walk(actor, judged, Event.RULED_OUT, at);
    scribe.tell(EventType.CANCELLATION_REFUSED, refused, promise, Optional.empty(), at);
    return refused;
  }

  private Told reviewed(
      Actor actor,
      Cancellation judged,
      Verdict verdict,
      Order order,
      Purse purse,
      Optional<Quotation> promise,
      List<Ask> asks,
      Fate fate,
      Instant at) {
    Cancellation waiting = scribe.walk(actor, judged, Event.REFERRED, at);
    scribe.tell(EventType.CANCELLATION_IN_REVIEW, waiting, promise, Optional.empty(), at);
    Instant decidedAt = at.plusSeconds(dice.between(600, 14_400));
    boolean stays = fate == Fate.IN_REVIEW || decidedAt.isAfter(until);
    ReasonCode why =
        verdict.findings().stream()
            .map(Finding::code)
            .findFirst()
            .orElse(ReasonCode.STAGE_NEEDS_REVIEW);
    needPerson(actor, waiting, why, at, stays ? null : decidedAt);
    if (stays) {
      return new Told(waiting, order);
    }
    return switch (fate) {
      case TAKEN_BACK -> new Told(scribe.walk(actor, waiting, Event.TAKEN_BACK, decidedAt), order);
      case DENIED, RULED_OUT -> new Told(denied(waiting, promise, decidedAt), order);
      default ->
          confirmed(
              AGENT,
              waiting.decidedByPerson(),
              order,
              purse,
              promise.orElseGet(() -> quoted(order, purse, asks, decidedAt)),
              Event.APPROVED,
              fate,
              decidedAt);
    };
  }

  private void needPerson(
      Actor actor, Cancellation waiting, ReasonCode why, Instant at, @Nullable Instant closedAt) {
    scribe.needPerson(actor, waiting, why, WorkItem.NextAction.DECIDE_REVIEW, at, closedAt);
  }

  private Cancellation denied(Cancellation waiting, Optional<Quotation> promise, Instant at) {
    Cancellation decided =
        waiting
            .because(
                List.of(Finding.of(ReasonCode.AGENT_DENIED, "reason", "The parcel is on its way.")))
            .decidedByPerson();
    Cancellation denied = scribe.walk(AGENT, decided, Event.DENIED, at);
    scribe.tell(EventType.CANCELLATION_REFUSED, denied, promise, Optional.empty(), at);
    return denied;
  }

  private Told confirmed(
      Actor actor,
      Cancellation quoted,
      Order order,
      Purse purse,
      Quotation promise,
      Event event,
      Fate fate,
      Instant at) {
    Order claimed =
        Till.claimed(
            order,
            quoted.id(),
            Planning.units(promise),
            promise.charges().stream().map(QuotedCharge::chargeId).collect(Collectors.toSet()));
    purse.open();
    Cancellation confirmed =
        scribe.walk(actor, quoted.promising(promise.id(), promise.total()), event, at);
    Execution.Executed executed =
        execution.run(actor, confirmed, order, claimed, purse, promise, fate, at);
    return new Told(executed.cancellation(), executed.order());
  }

  /** When its row was last changed. */
  private static Instant latest(Cancellation.Moments moments) {
    return Stream.of(
            moments.receivedAt(),
            moments.decidedAt(),
            moments.confirmedAt(),
            moments.heldAt(),
            moments.executingAt(),
            moments.completedAt())
        .filter(Objects::nonNull)
        .max(Comparator.naturalOrder())
        .orElseThrow();
  }

  private void write(Told told, String basisText, Optional<Quotation> askedWith) {
    Cancellation cancellation = told.cancellation();
    scribe.row(
        Table.CANCELLATION,
        cancellation.id(),
        Long.parseLong(cancellation.number().substring(2)),
        cancellation.orderId(),
        cancellation.shop(),
        cancellation.kind(),
        cancellation.state(),
        cancellation.basisKind(),
        basisText,
        cancellation.quotationId().orElse(null),
        askedWith.map(Quotation::id).orElse(null),
        cancellation.amount().currency().getCurrencyCode(),
        cancellation.amount().minor(),
        cancellation.reason(),
        Facts.writeFindings(cancellation.findings()),
        cancellation.byPerson(),
        cancellation.moments().receivedAt(),
        cancellation.moments().decidedAt(),
        cancellation.moments().confirmedAt(),
        cancellation.moments().heldAt(),
        cancellation.moments().executingAt(),
        cancellation.moments().completedAt(),
        told.order().channel(),
        latest(cancellation.moments()));
    int position = 0;
    for (CancelledLine line : cancellation.lines()) {
      scribe.row(
          Table.CANCELLED_LINE,
          cancellation.id(),
          line.lineId(),
          ++position,
          line.asked(),
          line.held());
    }
  }
}
