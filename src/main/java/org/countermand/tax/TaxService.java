package org.countermand.tax;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;
import org.countermand.kernel.Action;
import org.countermand.kernel.Actor;
import org.countermand.tax.model.CreditRequest;
import org.countermand.tax.model.DocumentDraft;
import org.countermand.tax.model.IssuedDocument;
import org.countermand.tax.store.DocumentRepository;
import org.countermand.tax.store.SellerRepository;

/** The door through which documents are issued. */
@Stateless
public class TaxService {

  @Inject private DocumentRepository documents;
  @Inject private SellerRepository sellers;

  /**
   * Rules on what was executed and issues the document under the next number of its series, as the
   * last statement of a short transaction: the series is locked until the commit. Asked twice for
   * one cancellation it gives the first. The caller holds the order's lock, so that what was issued
   * for the order before is known.
   */
  public IssuedDocument issue(Actor actor, CreditRequest request) {
    if (!actor.permissions().contains(Action.RUN_PROCESS)) {
      throw new SecurityException("Not permitted: " + actor.kind());
    }
    return documents
        .ofCancellation(request.cancellationId())
        .orElseGet(
            () ->
                documents.insert(
                    DocumentDraft.of(
                        request,
                        sellers.find(request.order().legalEntity()),
                        documents.ofOrder(request.order().id()))));
  }

  /** The document of a cancellation. */
  public Optional<IssuedDocument> of(Actor actor, UUID cancellationId) {
    return actor.permissions().contains(Action.VIEW_CANCELLATION)
        ? documents.ofCancellation(cancellationId)
        : Optional.empty();
  }
}
