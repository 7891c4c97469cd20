package org.countermand.cancellation.model;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One row of a plan.
 *
 * @param position where it stands in the plan
 * @param subjectId the refund part of a REIMBURSE step, else the step itself
 * @param attemptId the current attempt; the key under which the outside was asked
 * @param attempt counts attempts from 1; 0 before the first
 * @param tries calls made within the current attempt
 * @param dueAt not before this moment
 * @param note a technical word on the last outcome, or empty
 */
public record Step(
    UUID id,
    UUID cancellationId,
    int position,
    StepKind kind,
    StepState state,
    UUID subjectId,
    Optional<UUID> attemptId,
    int attempt,
    int tries,
    Instant dueAt,
    @Nullable Instant attemptedAt,
    @Nullable Instant doneAt,
    String note) {}
