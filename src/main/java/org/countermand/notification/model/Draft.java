package org.countermand.notification.model;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.countermand.kernel.Finding;
import org.countermand.kernel.ReasonCode;
import org.countermand.order.model.Order;
import org.countermand.outbox.model.Event;

/**
 * A letter while it is being written: one method for each kind, which adds the body and answers the
 * subject.
 */
final class Draft {

  private final List<Block> body = new ArrayList<>();
  private final Map<String, String> named = new HashMap<>();
  private final Voice voice;
  private final Event event;
  private final Order order;
  private final Admission admission;
  private final EventFacts facts;
  private final Reckoning reckoning;

  Draft(Voice voice, Event event, Order order, Admission admission) {
    this.voice = voice;
    this.event = event;
    this.order = order;
    this.admission = admission;
    this.facts = new EventFacts(event.facts());
    this.reckoning = new Reckoning(voice, order);
    named.put("order", order.channelNumber());
    named.put("date", voice.date(order.placedAt()));
    named.put("name", order.buyer().name());
    named.put("seller", order.legalEntity());
  }

  List<Block> body() {
    return body;
  }

  void greet() {
    boolean nameless = OneLine.of(order.buyer().name()).isEmpty();
    say("letter.greeting" + (nameless ? ".nameless" : ""));
  }

  void close() {
    say("letter.closing");
    body.add(new Block.Remark(voice.say("letter.automatic", named)));
  }

  /** The subject keeps the code to itself: subjects show on locked screens. */
  String accessCode() {
    say("letter.ACCESS_CODE_ASKED.intro");
    body.add(new Block.Digits(admission.code(event.subjectId())));
    say("letter.ACCESS_CODE_ASKED.validity");
    link("letter.ACCESS_CODE_ASKED.link", admission.codePage(event.subjectId()));
    say("letter.ACCESS_CODE_ASKED.linkOnly");
    say("letter.ACCESS_CODE_ASKED.ignore");
    return subject("");
  }

  String orderPlaced() {
    say("letter.ORDER_PLACED.intro");
    body.add(reckoning.bought());
    say("letter.ORDER_PLACED.changeOfMind");
    orderLink("letter.ORDER_PLACED.link");
    return subject("");
  }

  /** The acknowledgement on a durable medium: what was declared and when (CRD Art. 11a(4)). */
  String received() {
    about();
    named.put("at", voice.exactly(event.at()));
    say("letter.CANCELLATION_RECEIVED.intro." + facts.kind());
    heading("letter.lines." + (facts.total().isPresent() ? "quoted" : "asked"));
    body.add(reckoning.goingBack(facts));
    ways();
    say("letter.CANCELLATION_RECEIVED." + prospect());
    say("letter.CANCELLATION_RECEIVED.keep");
    orderLink("letter.follow");
    return subject("." + facts.kind());
  }

  String inReview() {
    about();
    say("letter.CANCELLATION_IN_REVIEW.intro");
    reasons();
    say("letter.CANCELLATION_IN_REVIEW.next");
    orderLink("letter.follow");
    return subject("");
  }

  String refused() {
    about();
    say("letter.CANCELLATION_REFUSED.intro");
    reasons();
    say("letter.CANCELLATION_REFUSED.stays");
    say("letter.CANCELLATION_REFUSED.help");
    return subject("");
  }

  String rerouted() {
    about();
    say("letter.CANCELLATION_REROUTED.intro");
    say("letter.CANCELLATION_REROUTED.next");
    orderLink("letter.follow");
    return subject("");
  }

  String completed() {
    about();
    say("letter.CANCELLATION_COMPLETED.intro");
    heading("letter.lines.cancelled");
    body.add(reckoning.goingBack(facts));
    ways();
    partly();
    facts.credit().ifPresent(this::credit);
    say("letter.CANCELLATION_COMPLETED.next");
    orderLink("letter.follow");
    return subject("");
  }

  String refundFailed() {
    about();
    say("letter.REFUND_FAILED.intro");
    List<String> affected = facts.tenders().stream().map(this::affected).toList();
    if (!affected.isEmpty()) {
      body.add(new Block.Sentences(affected));
    }
    if (facts.anotherWay()) {
      say("letter.REFUND_FAILED.choose");
      cancellationLink("letter.REFUND_FAILED.link");
    } else {
      say("letter.REFUND_FAILED.next");
      orderLink("letter.follow");
    }
    return subject("");
  }

  /** Whoever has somebody's mailbox but not his money shall be noticed. */
  String payoutChosen() {
    payout("letter.PAYOUT_CHOSEN.intro");
    say("letter.PAYOUT_CHOSEN.next");
    say("letter.PAYOUT_CHOSEN.notYou");
    cancellationLink("letter.follow");
    return subject("");
  }

  String payoutPaid() {
    String method = "." + facts.payout().method();
    payout("letter.PAYOUT_PAID.intro" + method);
    say("letter.PAYOUT_PAID.next" + method);
    cancellationLink("letter.follow");
    return subject(method);
  }

  String payoutFailed() {
    EventFacts.Payout payout = payout("letter.PAYOUT_FAILED.intro");
    sentences("letter.reasons", payout.why().stream().toList());
    say("letter.PAYOUT_FAILED.next");
    cancellationLink("letter.REFUND_FAILED.link");
    return subject("");
  }

  private EventFacts.Payout payout(String intro) {
    about();
    EventFacts.Payout payout = facts.payout();
    named.put("amount", voice.money(payout.amount()));
    named.put("by", voice.date(payout.by()));
    named.put("reference", payout.reference());
    say(intro);
    return payout;
  }

  private void about() {
    named.put("number", facts.number());
  }

  /** What comes next: with an amount promised, or with nothing decided yet. */
  private String prospect() {
    if (facts.total().isEmpty()) {
      return "unquoted";
    }
    return facts.inReview() ? "review" : "promised";
  }

  private void credit(String number) {
    heading("letter.CANCELLATION_COMPLETED.credit");
    body.add(new Block.Paragraph(OneLine.of(number)));
  }

  private String affected(EventFacts.Tender tender) {
    return voice.say(
        "letter.REFUND_FAILED.affected",
        Map.of("amount", voice.money(tender.amount()), "tender", tender.label()));
  }

  private void ways() {
    reckoning
        .ways(facts)
        .ifPresent(
            ways -> {
              heading("letter.ways");
              body.add(ways);
            });
  }

  private void reasons() {
    sentences("letter.reasons", facts.findings());
  }

  /** Of all that was found on the way, only what makes less go back than was asked for matters. */
  private void partly() {
    sentences(
        "letter.notes",
        facts.findings().stream()
            .filter(finding -> finding.code() == ReasonCode.WAREHOUSE_PARTLY)
            .toList());
  }

  private void sentences(String heading, List<Finding> findings) {
    if (!findings.isEmpty()) {
      heading(heading);
      body.add(new Block.Sentences(findings.stream().map(voice::say).distinct().toList()));
    }
  }

  private void orderLink(String key) {
    link(key, admission.orderPage(order.id(), order.shop()));
    body.add(new Block.Remark(voice.say("letter.link.private")));
  }

  private void cancellationLink(String key) {
    link(key, admission.cancellationPage(order.id(), order.shop(), event.subjectId()));
    body.add(new Block.Remark(voice.say("letter.link.private")));
  }

  private void link(String key, String address) {
    body.add(new Block.Link(voice.say(key), address));
  }

  private void heading(String key) {
    body.add(new Block.Heading(voice.say(key)));
  }

  private void say(String key) {
    body.add(new Block.Paragraph(voice.say(key, named)));
  }

  private String subject(String variant) {
    return voice.say("letter." + event.type() + ".subject" + variant, named);
  }
}
