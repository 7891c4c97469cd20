package org.countermand.cancellation.model;

import java.util.List;
import org.countermand.eligibility.model.Effect;
import org.countermand.kernel.Finding;
import org.countermand.logistics.model.HoldStatus;

/** What can be asked of a cancellation that exists; each names the event it asks for. */
public sealed interface Command {

  Event event();

  /** Apply a verdict. */
  record Judge(Effect effect, List<Finding> findings) implements Command {
    @Override
    public Event event() {
      return switch (effect) {
        case ALLOW -> Event.ALLOWED;
        case REVIEW -> Event.REFERRED;
        case REFUSE -> Event.RULED_OUT;
      };
    }
  }

  /** Give the basis on which money may move. */
  record GiveBasis(Basis basis) implements Command {
    @Override
    public Event event() {
      return Event.BASIS_GIVEN;
    }
  }

  /** Stay with the basis that was given with the request, which could only be judged later. */
  record KeepBasis() implements Command {
    @Override
    public Event event() {
      return Event.BASIS_GIVEN;
    }
  }

  /** Nobody agreed in time. */
  record Lapse() implements Command {
    @Override
    public Event event() {
      return Event.LAPSED;
    }
  }

  /** The requester changes his mind, before anything moved. */
  record TakeBack() implements Command {
    @Override
    public Event event() {
      return Event.TAKEN_BACK;
    }
  }

  /**
   * A person decides for it.
   *
   * @param samePromise whether what was agreed to still is what would be paid
   */
  record Approve(boolean samePromise) implements Command {
    @Override
    public Event event() {
      return samePromise ? Event.APPROVED : Event.APPROVED_ANEW;
    }
  }

  /** A person decides against it. */
  record Deny(String reason) implements Command {
    @Override
    public Event event() {
      return Event.DENIED;
    }
  }

  /** Ask the warehouse. */
  record AskForHold() implements Command {
    @Override
    public Event event() {
      return Event.HOLD_ASKED;
    }
  }

  /** The warehouse has answered. */
  record HearWarehouse(HoldStatus status) implements Command {
    @Override
    public Event event() {
      return switch (status) {
        case HELD, RELEASED -> Event.HELD;
        case PARTLY_HELD -> Event.PARTLY_HELD;
        case REFUSED, UNHELD, PENDING -> Event.HOLD_REFUSED;
      };
    }
  }

  /** The warehouse never knew the goods; the hold is given up. */
  record AbandonHold() implements Command {
    @Override
    public Event event() {
      return Event.HOLD_ABANDONED;
    }
  }

  /** What became of goods that were on their way. */
  record SettleRerouted(boolean stopped) implements Command {
    @Override
    public Event event() {
      return stopped ? Event.GOODS_STOPPED : Event.GOODS_LOST;
    }
  }

  /** Every step is done. */
  record Finish() implements Command {
    @Override
    public Event event() {
      return Event.PLAN_DONE;
    }
  }
}
