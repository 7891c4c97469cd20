package org.countermand.cancellation.model;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.countermand.kernel.Finding;
import org.countermand.kernel.Money;
import org.countermand.order.model.Ask;
import org.countermand.payment.model.PartState;
import org.countermand.payment.model.RefundPart;
import org.jspecify.annotations.Nullable;

/**
 * Undoing an order or part of it: the aggregate of the hall. Recorded as RECEIVED, judged,
 * confirmed on a basis, held at the warehouse, executed step by step, completed.
 *
 * @param number what people call it, such as {@code C-0000042}
 * @param quotationId the promise it executes; replaced when the warehouse could hold only a part
 * @param amount what goes back in total, zero while nothing is quoted
 * @param findings why it was refused or referred
 * @param byPerson whether a person decided
 */
public record Cancellation(
    UUID id,
    String number,
    UUID orderId,
    String shop,
    Kind kind,
    State state,
    String basisKind,
    Optional<UUID> quotationId,
    Money amount,
    String reason,
    List<CancelledLine> lines,
    List<Finding> findings,
    boolean byPerson,
    Moments moments) {

  public Cancellation {
    lines = List.copyOf(lines);
    findings = List.copyOf(findings);
  }

  /** What was asked for. */
  public List<Ask> asks() {
    return lines.stream().map(line -> new Ask(line.lineId(), line.asked())).toList();
  }

  /** The cancellation once an edge is walked. */
  public Cancellation after(Lifecycle.Edge edge, Instant at) {
    return with(edge.to(), quotationId, amount, lines, findings, byPerson, moments.after(edge, at));
  }

  /** With another promise to execute. */
  public Cancellation promising(UUID quotation, Money promised) {
    return with(state, Optional.of(quotation), promised, lines, findings, byPerson, moments);
  }

  /** With what the warehouse could hold. */
  public Cancellation holding(List<CancelledLine> held) {
    return with(state, quotationId, amount, held, findings, byPerson, moments);
  }

  /** With reasons for people. */
  public Cancellation because(List<Finding> reasons) {
    return with(state, quotationId, amount, lines, reasons, byPerson, moments);
  }

  /**
   * Whether a refund that somebody else made on a tender concerns it: it has yet to give money
   * back, or its own refund there has not arrived.
   */
  public boolean concernedBy(UUID tenderId, List<RefundPart> parts) {
    return !state.terminal()
        || parts.stream()
            .filter(part -> part.tenderId().equals(tenderId))
            .anyMatch(part -> part.state() != PartState.SUCCEEDED);
  }

  /** Decided by a person. */
  public Cancellation decidedByPerson() {
    return with(state, quotationId, amount, lines, findings, true, moments);
  }

  private Cancellation with(
      State newState,
      Optional<UUID> quotation,
      Money newAmount,
      List<CancelledLine> newLines,
      List<Finding> newFindings,
      boolean person,
      Moments newMoments) {
    return new Cancellation(
        id,
        number,
        orderId,
        shop,
        kind,
        newState,
        basisKind,
        quotation,
        newAmount,
        reason,
        newLines,
        newFindings,
        person,
        newMoments);
  }

  /** What people call the n-th cancellation. */
  public static String number(long n) {
    return "C-%07d".formatted(n);
  }

  /** The moments that measures need; technical and business time agree but in replays. */
  public record Moments(
      Instant receivedAt,
      @Nullable Instant decidedAt,
      @Nullable Instant confirmedAt,
      @Nullable Instant heldAt,
      @Nullable Instant executingAt,
      @Nullable Instant completedAt) {

    /** Nothing happened yet but the receipt. */
    public static Moments received(Instant at) {
      return new Moments(at, null, null, null, null, null);
    }

    Moments after(Lifecycle.Edge edge, Instant at) {
      boolean decided =
          switch (edge.event()) {
            case ALLOWED, RULED_OUT, APPROVED, APPROVED_ANEW, DENIED -> true;
            default -> false;
          };
      boolean held = edge.event() == Event.HELD || edge.event() == Event.PARTLY_HELD;
      return new Moments(
          receivedAt,
          decided && decidedAt == null ? at : decidedAt,
          edge.to() == State.CONFIRMED ? at : confirmedAt,
          held ? at : heldAt,
          edge.to() == State.EXECUTING ? at : executingAt,
          edge.to() == State.COMPLETED ? at : completedAt);
    }
  }
}
