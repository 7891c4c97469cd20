package org.countermand.logistics;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.countermand.kernel.Action;
import org.countermand.kernel.Actor;
import org.countermand.logistics.model.HoldAnswer;
import org.countermand.logistics.model.HoldRequest;
import org.countermand.logistics.model.StockMovement;
import org.countermand.logistics.store.HoldRepository;
import org.countermand.logistics.store.StockRepository;

/** The door to holds and stock. */
@Stateless
public class LogisticsService {

  @Inject private HoldRepository holds;
  @Inject private StockRepository stock;

  /** Writes down that a hold will be asked for. */
  public void planHold(Actor actor, HoldRequest request, Instant at) {
    require(actor, Action.REQUEST_CANCELLATION);
    holds.insert(request, at);
  }

  /** What was asked for under this id. */
  public HoldRequest holdRequest(Actor actor, UUID holdId) {
    require(actor, Action.VIEW_CANCELLATION);
    return holds.request(holdId);
  }

  /** Writes down what the warehouse answered. */
  public void answered(Actor actor, HoldAnswer answer, Instant at) {
    require(actor, Action.RUN_PROCESS);
    holds.answered(answer, at);
  }

  /** What is known of the holds of a cancellation, in the order of asking. */
  public List<HoldAnswer> holdsOf(Actor actor, UUID cancellationId) {
    require(actor, Action.VIEW_CANCELLATION);
    return holds.ofCancellation(cancellationId);
  }

  /** The cancellation that a hold belongs to. */
  public Optional<UUID> cancellationOf(Actor actor, UUID holdId) {
    require(actor, Action.RUN_PROCESS);
    return holds.cancellationOf(holdId);
  }

  /** Writes the held units of a hold back into stock, once. */
  public List<StockMovement> restock(Actor actor, UUID holdId, UUID orderId, Instant at) {
    require(actor, Action.RUN_PROCESS);
    return stock.restock(holdId, orderId, at);
  }

  private static void require(Actor actor, Action action) {
    if (!actor.permissions().contains(action)) {
      throw new SecurityException("Not permitted: " + actor.kind());
    }
  }
}
