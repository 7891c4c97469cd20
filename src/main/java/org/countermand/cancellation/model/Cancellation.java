package org.countermand.cancellation.model;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.countermand.kernel.Finding;
import org.countermand.kernel.Money;
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

  /** The moments that measures need; technical and business time agree but in replays. */
  public record Moments(
      Instant receivedAt,
      @Nullable Instant decidedAt,
      @Nullable Instant confirmedAt,
      @Nullable Instant heldAt,
      @Nullable Instant executingAt,
      @Nullable Instant completedAt) {}
}
