package org.countermand.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;

/** Gives entries their place in the chain, batch by batch, away from the business's path. */
@ApplicationScoped
@Transactional(TxType.NOT_SUPPORTED)
public class AuditSequencer {

  private static final int BATCH = 500;

  @Inject private AuditChaining chaining;

  /** Chains what is waiting, and says how many entries it was. */
  public int drain() {
    int total = 0;
    int batch;
    do {
      batch = chaining.chain(BATCH);
      total += batch;
    } while (batch == BATCH);
    return total;
  }
}
