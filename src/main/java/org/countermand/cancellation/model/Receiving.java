package org.countermand.cancellation.model;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.countermand.kernel.Finding;
import org.countermand.kernel.Ids;
import org.countermand.kernel.ReasonCode;
import org.countermand.order.model.Ask;
import org.countermand.order.model.Claims;
import org.countermand.order.model.Order;
import org.countermand.order.model.OrderLine;
import org.countermand.refund.model.Quotation;

/** What is made of a request at the moment of its receipt. */
public final class Receiving {

  /** Findings that mean that somebody else has the units. */
  public static final Set<ReasonCode> UNITS_GONE =
      Set.of(ReasonCode.ALREADY_CANCELLED, ReasonCode.QUANTITY_TOO_LARGE);

  private Receiving() {}

  /** What is wrong with a request as such; such a request is not recorded, for it says nothing. */
  public static List<Finding> check(Request request, Order order, Optional<Quotation> promise) {
    if (request.basis() instanceof Basis.Consent consent) {
      return promise
          .map(quotation -> checkConsent(consent, quotation, request.at()))
          .orElseGet(() -> List.of(Finding.of(ReasonCode.QUOTATION_UNKNOWN)));
    }
    return checkAsks(request.asks(), order);
  }

  /**
   * What is wrong with agreeing to other amounts.
   *
   * @param named the quotation that the consent names, if the order has it
   */
  public static List<Finding> checkAssent(
      Assent assent, Cancellation waiting, Optional<Quotation> named) {
    if (waiting.state() != State.QUOTED) {
      return List.of(Finding.of(ReasonCode.STATE_FORBIDS, "state", waiting.state()));
    }
    if (named.isEmpty()) {
      return List.of(Finding.of(ReasonCode.QUOTATION_UNKNOWN));
    }
    return waiting.quotationId().equals(named.map(Quotation::id))
        ? checkConsent(assent.consent(), named.get(), assent.at())
        : List.of(Finding.of(ReasonCode.QUOTATION_STALE));
  }

  private static List<Finding> checkConsent(
      Basis.Consent consent, Quotation quotation, Instant at) {
    if (!quotation.digest().equals(consent.digest())) {
      return List.of(Finding.of(ReasonCode.QUOTATION_MISMATCH));
    }
    return quotation.expired(at) ? List.of(Finding.of(ReasonCode.QUOTATION_EXPIRED)) : List.of();
  }

  /** What is wrong with lines and quantities, whatever the policy says. */
  public static List<Finding> checkAsks(List<Ask> asks, Order order) {
    if (asks.isEmpty()) {
      return List.of(Finding.of(ReasonCode.NOTHING_CHOSEN));
    }
    List<Finding> findings = new ArrayList<>();
    Set<UUID> seen = new HashSet<>();
    for (Ask ask : asks) {
      Optional<OrderLine> line = order.line(ask.lineId());
      if (line.isEmpty()) {
        findings.add(Finding.of(ReasonCode.LINE_UNKNOWN));
      } else if (!seen.add(ask.lineId())) {
        findings.add(Finding.of(ReasonCode.LINE_TWICE, "line", line.get().position()));
      } else if (ask.units() < 1) {
        findings.add(Finding.of(ReasonCode.QUANTITY_NOT_POSITIVE, "line", line.get().position()));
      } else if (ask.units() > line.get().quantity()) {
        findings.add(
            Finding.of(
                ReasonCode.QUANTITY_TOO_LARGE,
                "line",
                line.get().position(),
                "free",
                line.get().free()));
      }
    }
    return findings;
  }

  /** Whether the very units that a quotation names are still nobody's. */
  public static boolean unitsFree(Order order, Quotation quotation) {
    return quotation.lines().stream()
        .allMatch(
            line ->
                order.line(line.lineId()).stream()
                    .flatMap(ordered -> ordered.claims().ranges().stream())
                    .noneMatch(claim -> line.units().stream().anyMatch(claim.units()::overlaps)));
  }

  /** The cancellations that hold units of lines of which too few are free. */
  public static List<UUID> contested(Order order, List<Ask> asks) {
    Set<UUID> holders = new LinkedHashSet<>();
    for (Ask ask : asks) {
      order
          .line(ask.lineId())
          .filter(line -> line.free() < ask.units())
          .ifPresent(
              line ->
                  line.claims().ranges().stream()
                      .map(Claims.Claim::cancellationId)
                      .forEach(holders::add));
    }
    return List.copyOf(holders);
  }

  /**
   * Whether a cancellation undoes everything that is asked for: what it asked itself, or, once the
   * warehouse has answered, what is held.
   */
  public static boolean covers(Cancellation holder, List<Ask> asks) {
    boolean answered = holder.moments().heldAt() != null;
    return asks.stream()
        .allMatch(
            ask ->
                holder.lines().stream()
                    .anyMatch(
                        line -> line.lineId().equals(ask.lineId()) && line.asked() >= ask.units()));
  }

  /** A fresh cancellation. */
  public static Cancellation received(
      Request request, Order order, List<Ask> asks, Optional<Quotation> promise, String number) {
    return new Cancellation(
        Ids.next(),
        number,
        order.id(),
        order.shop(),
        request.kind(),
        State.RECEIVED,
        request.basis().kind(),
        promise.map(Quotation::id),
        promise.map(Quotation::total).orElse(order.zero()),
        request.reason(),
        asks.stream().map(ask -> line(order, ask)).toList(),
        List.of(),
        false,
        Cancellation.Moments.received(request.at()));
  }

  /** Services count as held: nobody packs them. */
  private static CancelledLine line(Order order, Ask ask) {
    boolean goods = order.line(ask.lineId()).orElseThrow().movesStock();
    return new CancelledLine(ask.lineId(), ask.units(), goods ? 0 : ask.units());
  }
}
