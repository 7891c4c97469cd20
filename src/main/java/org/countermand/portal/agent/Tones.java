package org.countermand.portal.agent;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import org.countermand.cancellation.model.PublicStatus;
import org.countermand.cancellation.model.State;
import org.countermand.cancellation.model.StepState;
import org.countermand.cancellation.model.Uncertainty;
import org.countermand.channel.model.JobState;
import org.countermand.kernel.ReasonCode;
import org.countermand.payment.model.PartState;
import org.countermand.payment.model.PayoutState;
import org.countermand.payment.model.Reconciliation;

/**
 * The style class that gives a state its colour and its shape. Colour never stands alone: the same
 * class draws a glyph, and the state's name stands beside it.
 */
@Named("officeTones")
@ApplicationScoped
public class Tones {

  private static final String GOOD = "is-good";
  private static final String INFO = "is-info";
  private static final String WARNING = "is-warning";
  private static final String PROBLEM = "is-problem";
  private static final String NEUTRAL = "is-neutral";
  private static final String WAITING = "is-waiting";

  public String ofState(State state) {
    return switch (state) {
      case RECEIVED, QUOTED, CONFIRMED, HOLDING -> WAITING;
      case IN_REVIEW, REROUTED -> WARNING;
      case EXECUTING -> INFO;
      case COMPLETED -> GOOD;
      case REFUSED, WITHDRAWN, EXPIRED -> NEUTRAL;
    };
  }

  public String ofStatus(PublicStatus status) {
    return switch (status) {
      case RECEIVED, STOPPING_GOODS -> WAITING;
      case IN_REVIEW, GOODS_ON_THEIR_WAY -> WARNING;
      case RETURNING_MONEY, ANOTHER_WAY_CHOSEN -> INFO;
      case MONEY_ON_ITS_WAY,
          RESERVATION_LIFTED,
          RESERVATION_LAPSING,
          CREDIT_RESTORED,
          PAID_ANOTHER_WAY ->
          GOOD;
      case REFUND_FAILED -> PROBLEM;
      case REFUSED, TAKEN_BACK, EXPIRED -> NEUTRAL;
    };
  }

  public String ofStep(StepState state) {
    return switch (state) {
      case PENDING -> WAITING;
      case IN_FLIGHT, AWAITING -> INFO;
      case UNKNOWN -> WARNING;
      case DONE -> GOOD;
      case REFUSED -> PROBLEM;
    };
  }

  public String ofPart(PartState state) {
    return switch (state) {
      case REQUESTED -> WAITING;
      case SUBMITTED, PENDING -> INFO;
      case REQUIRES_ACTION -> WARNING;
      case SUCCEEDED -> GOOD;
      case FAILED, REVERSED -> PROBLEM;
    };
  }

  public String ofPayout(PayoutState state) {
    return switch (state) {
      case CHOSEN -> WARNING;
      case APPROVED, SUBMITTED -> INFO;
      case PAID, GRANTED -> GOOD;
      case REJECTED -> NEUTRAL;
      case FAILED, RETURNED -> PROBLEM;
    };
  }

  public String ofJob(JobState state) {
    return switch (state) {
      case DRAFT -> NEUTRAL;
      case READING, SETTLING -> INFO;
      case PAUSED -> WARNING;
      case DONE -> GOOD;
      case STOPPED -> NEUTRAL;
      case FAILED -> PROBLEM;
    };
  }

  public String ofReconciliation(Reconciliation run) {
    return switch (run.state()) {
      case DUE -> WAITING;
      case RUNNING -> INFO;
      case DONE -> run.tally().differences() == 0 ? GOOD : PROBLEM;
    };
  }

  public String ofUncertainty(Uncertainty kind) {
    return switch (kind) {
      case IN_FLIGHT, PENDING, CAPTURE_IN_FLIGHT -> INFO;
      case UNKNOWN_OUTCOME, DISPUTED, ELSEWHERE -> WARNING;
      case FAILED, MISMATCH, ORPHAN -> PROBLEM;
    };
  }

  /** Of a work item: money that is stuck weighs more than a question. */
  public String ofItem(ReasonCode reason) {
    return switch (reason) {
      case REFUND_FAILED,
          PAYOUT_FAILED,
          PAYOUT_RETURNED,
          GATEWAY_REFUSED,
          CAPTURED_ABOVE_CEILING,
          PAYMENT_CHANGED,
          BOOKS_DIFFER,
          AMOUNT_INEXACT ->
          PROBLEM;
      default -> WARNING;
    };
  }
}
