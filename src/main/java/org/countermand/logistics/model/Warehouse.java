package org.countermand.logistics.model;

import java.util.Optional;
import java.util.UUID;
import org.countermand.kernel.Outcome;

/** A warehouse that can be told not to pack; every call may be repeated without harm. */
public interface Warehouse {

  /** The protocol's name. */
  String name();

  /** Asks for a hold: {@code Settled} with the answer, {@code Accepted} if it comes later. */
  Outcome<HoldAnswer> hold(HoldRequest request);

  /** Looks a hold up: {@code Settled} with nothing if the warehouse never heard of it. */
  Outcome<Optional<HoldAnswer>> find(UUID holdId);

  /** Lets held units be packed after all. */
  Outcome<HoldAnswer> unhold(UUID holdId);

  /** Gives held units back to free stock. */
  Outcome<HoldAnswer> release(UUID holdId);
}
