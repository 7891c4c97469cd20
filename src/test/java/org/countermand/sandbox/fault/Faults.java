package org.countermand.sandbox.fault;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** The faults that are set on one server. The first that is meant for a call and due is used up. */
public final class Faults {

  private final List<Armed> armed = new ArrayList<>();
  private int fired;

  /** Sets a fault behind those already set. */
  public synchronized void add(Fault fault) {
    armed.add(new Armed(fault));
  }

  /** Forgets all faults; the count stays. */
  public synchronized void clear() {
    armed.clear();
  }

  /** How many calls have had a mishap since the server started. */
  public synchronized int fired() {
    return fired;
  }

  /** The mishap of this call, if there is one; it counts as having happened. */
  public synchronized Optional<Mishap> next(String method, String path, String body) {
    for (Armed each : armed) {
      if (each.isDue(method, path, body)) {
        fired++;
        return Optional.of(each.fault.action());
      }
    }
    return Optional.empty();
  }

  private static final class Armed {
    private final Fault fault;
    private final Random chance;
    private int left;

    Armed(Fault fault) {
      this.fault = fault;
      this.left = fault.times() == null ? 1 : fault.times();
      this.chance = new Random(fault.seed() == null ? 0 : fault.seed());
    }

    boolean isDue(String method, String path, String body) {
      if (left == 0 || (fault.match() != null && !fault.match().matches(method, path, body))) {
        return false;
      }
      if (fault.probability() != null && chance.nextDouble() >= fault.probability()) {
        return false;
      }
      left--;
      return true;
    }
  }
}
