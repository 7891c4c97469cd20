package org.countermand.tax;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;
import org.countermand.kernel.Action;
import org.countermand.kernel.Actor;
import org.countermand.tax.model.CreditNote;
import org.countermand.tax.model.CreditRequest;
import org.countermand.tax.store.CreditRepository;

/** The door to credit documents. */
@Stateless
public class TaxService {

  @Inject private CreditRepository credits;

  /**
   * Issues a document under the next number, as the last statement of a short transaction: the
   * number's row is locked until the commit. Asked twice for one cancellation it gives the first.
   */
  public CreditNote issue(Actor actor, CreditRequest request) {
    if (!actor.permissions().contains(Action.RUN_PROCESS)) {
      throw new SecurityException("Not permitted: " + actor.kind());
    }
    return credits
        .ofCancellation(request.cancellationId())
        .orElseGet(() -> credits.insert(request));
  }

  /** The document of a cancellation. */
  public Optional<CreditNote> of(Actor actor, UUID cancellationId) {
    return actor.permissions().contains(Action.VIEW_CANCELLATION)
        ? credits.ofCancellation(cancellationId)
        : Optional.empty();
  }
}
