package org.countermand.cancellation;

import jakarta.ejb.Stateless;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.countermand.cancellation.model.Basis;
import org.countermand.cancellation.model.Cancellation;
import org.countermand.cancellation.model.Dossier;
import org.countermand.cancellation.model.Offer;
import org.countermand.cancellation.model.Receipt;
import org.countermand.cancellation.model.Request;
import org.countermand.cancellation.model.Row;
import org.countermand.cancellation.model.Search;
import org.countermand.eligibility.model.Verdict;
import org.countermand.kernel.Actor;
import org.countermand.kernel.Decision;
import org.countermand.order.model.Ask;

/**
 * The door to the hall: what may be cancelled, for how much, the request, and what became of it.
 */
@Stateless
public class CancellationService {

  /** What may be cancelled of every line; nothing where there is no order for this actor. */
  public Optional<Verdict> survey(Actor actor, UUID orderId, Instant at) {
    throw new UnsupportedOperationException();
  }

  /** Whether exactly this may be cancelled, with all findings. */
  public Decision<Verdict> judge(Actor actor, UUID orderId, List<Ask> asks, Instant at) {
    throw new UnsupportedOperationException();
  }

  /** What would come back for exactly this; the quotation is stored and binds until it expires. */
  public Decision<Offer> quote(Actor actor, UUID orderId, List<Ask> asks, Instant at) {
    throw new UnsupportedOperationException();
  }

  /**
   * Records a request, judges it and, where its basis suffices, confirms it. Who asks again, or
   * comes second in a race for the same units, receives the winner's cancellation.
   */
  public Decision<Receipt> request(Request request) {
    throw new UnsupportedOperationException();
  }

  /** The buyer agrees to a changed quotation of a cancellation that waits for it. */
  public Decision<Cancellation> agree(
      Actor actor, UUID cancellationId, Basis.Consent consent, Locale locale, Instant at) {
    throw new UnsupportedOperationException();
  }

  /** Decides for a cancellation in review. */
  public Decision<Cancellation> approve(Actor actor, UUID cancellationId, Instant at) {
    throw new UnsupportedOperationException();
  }

  /** Decides against a cancellation in review. */
  public Decision<Cancellation> deny(Actor actor, UUID cancellationId, String reason, Instant at) {
    throw new UnsupportedOperationException();
  }

  /** The requester takes it back before anything moved. */
  public Decision<Cancellation> takeBack(Actor actor, UUID cancellationId, Instant at) {
    throw new UnsupportedOperationException();
  }

  /** Tells what became of goods that were already on their way. */
  public Decision<Cancellation> settleRerouted(
      Actor actor, UUID cancellationId, boolean stopped, Instant at) {
    throw new UnsupportedOperationException();
  }

  /** All that is known of one cancellation, for those who may see it. */
  public Optional<Dossier> find(Actor actor, UUID cancellationId) {
    throw new UnsupportedOperationException();
  }

  /** The cancellations of one order, the latest first. */
  public List<Cancellation> ofOrder(Actor actor, UUID orderId) {
    throw new UnsupportedOperationException();
  }

  /** The back office's list. */
  public List<Row> search(Actor actor, Search search) {
    throw new UnsupportedOperationException();
  }

  /** How many rows the list has in all. */
  public long count(Actor actor, Search search) {
    throw new UnsupportedOperationException();
  }
}
