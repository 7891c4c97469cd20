package org.countermand.cancellation.model;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.countermand.kernel.ReasonCode;

/**
 * What becomes of a step: the rules of attempts and keys, without effects.
 *
 * <p>A step that was never called, or that is surely not done, is called under its current key; a
 * new key is taken only when the outside replays an error under the old one and the work is surely
 * absent.
 */
public final class Stepping {

  private static final String REPLAYED = "replayed";

  private Stepping() {}

  /** Claimed for a call: the current attempt again, or a new one. */
  public static Step calling(Step step, UUID freshKey, Instant now, Pacing pacing) {
    boolean again = step.attemptId().isPresent();
    return new Step(
        step.id(),
        step.cancellationId(),
        step.position(),
        step.kind(),
        StepState.IN_FLIGHT,
        step.subjectId(),
        again ? step.attemptId() : Optional.of(freshKey),
        again ? step.attempt() : step.attempt() + 1,
        step.tries() + 1,
        now.plus(pacing.deadline()),
        again ? step.attemptedAt() : now,
        null,
        step.note());
  }

  /** Claimed for a look-up: whoever had it in flight is gone, or its outcome is not known yet. */
  public static Step looking(Step step, Instant now, Pacing pacing) {
    StepState state = step.state() == StepState.IN_FLIGHT ? StepState.UNKNOWN : step.state();
    return with(step, state, step.attemptId(), step.tries() + 1, now.plus(pacing.deadline()), "");
  }

  /** After an ending. */
  public static Step after(Step step, Ending<?> ending, Instant now, Pacing pacing) {
    if (ending instanceof Ending.Done) {
      return over(step, StepState.DONE, now, "");
    }
    if (ending instanceof Ending.Declined<?> declined) {
      return over(step, StepState.REFUSED, now, declined.finding().toString());
    }
    if (ending instanceof Ending.Awaiting) {
      // What was unknown and is found to be under way is looked up until it is over.
      return with(
          step,
          step.state() == StepState.UNKNOWN ? StepState.UNKNOWN : StepState.AWAITING,
          step.attemptId(),
          step.tries(),
          pacing.retry(now, step.tries()),
          "");
    }
    if (ending instanceof Ending.NotCalled<?> not) {
      return with(
          step,
          StepState.PENDING,
          step.attemptId(),
          step.tries(),
          pacing.retry(now, step.tries()),
          not.why());
    }
    if (ending instanceof Ending.Blind) {
      return blind(step, now, pacing);
    }
    return ending instanceof Ending.Unsure<?> unsure
        ? unsure(step, unsure, now, pacing)
        : absent(step, now, pacing);
  }

  /** To be begun again under a new key, because the payment is not in the state it was thought. */
  public static Step afresh(Step step, Instant now, Pacing pacing, String why) {
    return with(
        step,
        StepState.PENDING,
        Optional.empty(),
        step.tries(),
        pacing.retry(now, step.tries()),
        why);
  }

  /** Whether the outside may have forgotten the key, so that nothing may be called again. */
  public static boolean keyForgotten(Step step, Instant now, Pacing pacing) {
    return step.attemptedAt() != null && now.isAfter(step.attemptedAt().plus(pacing.keyLifetime()));
  }

  /** Whether it waits for room on its tender, because somebody gave money back elsewhere. */
  public static boolean waitsForRoom(Step step) {
    return step.state() == StepState.PENDING
        && step.note().equals(ReasonCode.REFUNDED_ELSEWHERE.name());
  }

  /** Ended by a person's decision. */
  public static Step decided(Step step, StepState state, Instant now) {
    return over(step, state, now, step.note());
  }

  private static Step unsure(Step step, Ending.Unsure<?> unsure, Instant now, Pacing pacing) {
    StepState state = step.state() == StepState.AWAITING ? StepState.AWAITING : StepState.UNKNOWN;
    Instant due = unsure.replayed() ? now.plus(pacing.quiet()) : pacing.retry(now, step.tries());
    String note = unsure.replayed() ? REPLAYED : unsure.why();
    return with(step, state, step.attemptId(), step.tries(), due, note);
  }

  /**
   * Nobody can look. As long as the outside surely knows the key, the same call does nothing more
   * and is answered as the first one was; after that nothing is called again, and a person finds
   * out.
   */
  private static Step blind(Step step, Instant now, Pacing pacing) {
    boolean again =
        step.state() != StepState.AWAITING
            && !keyForgotten(step, now, pacing)
            && !step.note().equals(REPLAYED);
    return with(
        step,
        again ? StepState.PENDING : step.state(),
        step.attemptId(),
        step.tries(),
        again ? pacing.retry(now, step.tries()) : now.plus(pacing.keyLifetime().dividedBy(24)),
        again ? "blind" : "cannot be looked up");
  }

  /** Surely not there: again under the same key, unless the key only ever replays its error. */
  private static Step absent(Step step, Instant now, Pacing pacing) {
    if (step.state() == StepState.AWAITING) {
      // It was taken and is now forgotten: patience ends, and a person asks.
      return with(
          step,
          StepState.AWAITING,
          step.attemptId(),
          step.tries(),
          pacing.retry(now, step.tries()),
          "absent");
    }
    if (keyForgotten(step, now, pacing)) {
      return with(
          step,
          StepState.UNKNOWN,
          step.attemptId(),
          step.tries(),
          now.plus(pacing.keyLifetime().dividedBy(24)),
          "key forgotten");
    }
    boolean newKey = step.note().equals(REPLAYED);
    return with(
        step,
        StepState.PENDING,
        newKey ? Optional.empty() : step.attemptId(),
        step.tries(),
        now,
        "absent");
  }

  private static Step over(Step step, StepState state, Instant now, String note) {
    return new Step(
        step.id(),
        step.cancellationId(),
        step.position(),
        step.kind(),
        state,
        step.subjectId(),
        step.attemptId(),
        step.attempt(),
        step.tries(),
        step.dueAt(),
        step.attemptedAt(),
        now,
        note);
  }

  private static Step with(
      Step step, StepState state, Optional<UUID> attemptId, int tries, Instant dueAt, String note) {
    return new Step(
        step.id(),
        step.cancellationId(),
        step.position(),
        step.kind(),
        state,
        step.subjectId(),
        attemptId,
        step.attempt(),
        tries,
        dueAt,
        step.attemptedAt(),
        null,
        note.isEmpty() ? step.note() : note);
  }
}
