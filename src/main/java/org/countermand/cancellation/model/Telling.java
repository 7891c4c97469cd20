package org.countermand.cancellation.model;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.countermand.audit.model.AuditEntry;
import org.countermand.kernel.Actor;
import org.countermand.kernel.Finding;
import org.countermand.kernel.Ids;
import org.countermand.order.model.TaxLine;
import org.countermand.payment.model.GatewayRefund;
import org.countermand.payment.model.TenderAccount;
import org.countermand.refund.model.Quotation;
import org.countermand.refund.model.QuotedCharge;
import org.countermand.refund.model.QuotedDeduction;
import org.countermand.refund.model.QuotedLine;
import org.countermand.refund.model.QuotedTender;

/** What listeners are told about a cancellation: numbers, ids, codes and amounts. */
public final class Telling {

  private Telling() {}

  /** The facts of an event. */
  public static SortedMap<String, String> facts(
      Cancellation cancellation, Optional<Quotation> quotation, Optional<String> credit) {
    SortedMap<String, String> facts = new TreeMap<>();
    facts.put("number", cancellation.number());
    facts.put("state", cancellation.state().name());
    facts.put("received", cancellation.moments().receivedAt().toString());
    credit.ifPresent(number -> facts.put("credit", number));
    findings(facts, cancellation.findings());
    quotation.ifPresentOrElse(
        promise -> promise(facts, promise), () -> lines(facts, cancellation.lines()));
    return facts;
  }

  /** What the record says of a refund that somebody else made. */
  public static AuditEntry elsewhere(
      Actor actor, TenderAccount account, GatewayRefund refund, Instant at) {
    SortedMap<String, String> facts = new TreeMap<>();
    facts.put("amount", refund.amount().toString());
    facts.put("gateway", account.gateway());
    facts.put("payment", account.reference());
    facts.put("reference", refund.reference());
    facts.put("state", refund.state().name());
    facts.put("tender", account.tenderId().toString());
    refund.partId().ifPresent(part -> facts.put("part", part.toString()));
    return new AuditEntry(
        Ids.next(),
        at,
        actor.kind(),
        actor.id(),
        "REFUNDED_ELSEWHERE",
        account.orderId(),
        account.orderId(),
        facts);
  }

  private static void promise(SortedMap<String, String> facts, Quotation promise) {
    facts.put("total", promise.total().toString());
    int n = 0;
    for (QuotedLine line : promise.lines()) {
      String prefix = "line." + ++n;
      facts.put(prefix + ".id", line.lineId().toString());
      facts.put(prefix + ".units", String.valueOf(line.count()));
      facts.put(prefix + ".total", line.total().toString());
    }
    n = 0;
    for (QuotedCharge charge : promise.charges()) {
      String prefix = "charge." + ++n;
      facts.put(prefix + ".kind", charge.kind().name());
      facts.put(prefix + ".total", charge.total().toString());
    }
    n = 0;
    for (QuotedDeduction deduction : promise.deductions()) {
      String prefix = "deduction." + ++n;
      facts.put(prefix + ".kind", deduction.word());
      facts.put(prefix + ".code", deduction.code());
      facts.put(prefix + ".amount", deduction.amount().toString());
    }
    n = 0;
    for (QuotedTender tender : promise.tenders()) {
      String prefix = "tender." + ++n;
      facts.put(prefix + ".label", tender.label());
      facts.put(prefix + ".kind", tender.kind().name());
      facts.put(prefix + ".amount", tender.amount().toString());
      facts.put(prefix + ".by", tender.expectedBy().toString());
    }
    n = 0;
    for (TaxLine tax : promise.taxesBack()) {
      String prefix = "tax." + ++n;
      facts.put(prefix + ".authority", tax.authority());
      facts.put(prefix + ".rate", tax.ratePercent().toPlainString());
      facts.put(prefix + ".amount", tax.amount().toString());
    }
  }

  private static void lines(SortedMap<String, String> facts, List<CancelledLine> lines) {
    int n = 0;
    for (CancelledLine line : lines) {
      String prefix = "line." + ++n;
      facts.put(prefix + ".id", line.lineId().toString());
      facts.put(prefix + ".units", String.valueOf(line.asked()));
    }
  }

  private static void findings(SortedMap<String, String> facts, List<Finding> findings) {
    int n = 0;
    for (Finding finding : findings) {
      String prefix = "finding." + ++n;
      facts.put(prefix, finding.code().name());
      finding.parameters().forEach((name, value) -> facts.put(prefix + "." + name, value));
    }
  }
}
