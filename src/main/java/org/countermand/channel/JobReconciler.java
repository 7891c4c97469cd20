package org.countermand.channel;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;

/** Sends for jobs whose node died, and forgets drafts that nobody started. */
@ApplicationScoped
@Transactional(TxType.NOT_SUPPORTED)
public class JobReconciler {

  @Inject private JobSweeping sweeping;

  /** Tells of every job that ought to run and that nobody alive is at. */
  public void sweep() {
    sweeping.tellStranded();
    sweeping.forgetDrafts();
  }
}
