package org.countermand.platform.access;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Says now and then that old rows should go: as many writers as write also clean up, without a
 * timer and without agreement among nodes.
 */
@ApplicationScoped
class Sweeping {

  private static final int ONE_IN = 200;

  boolean isDue() {
    return ThreadLocalRandom.current().nextInt(ONE_IN) == 0;
  }
}
