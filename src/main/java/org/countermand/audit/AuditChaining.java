package org.countermand.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import org.countermand.audit.store.AuditRepository;

/** One batch of the chain in one short transaction. */
@ApplicationScoped
@Transactional(TxType.REQUIRES_NEW)
public class AuditChaining {

  @Inject private AuditRepository entries;

  /** Chains up to so many entries; one node at a time, others find nothing to do. */
  public int chain(int limit) {
    return entries.chain(limit);
  }
}
