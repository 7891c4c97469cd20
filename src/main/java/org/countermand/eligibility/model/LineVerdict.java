package org.countermand.eligibility.model;

import java.util.List;
import java.util.UUID;
import org.countermand.kernel.Finding;

/**
 * What may become of one line.
 *
 * @param free units that no cancellation has taken
 * @param asked units that were asked for
 */
public record LineVerdict(UUID lineId, int free, int asked, Effect effect, List<Finding> findings) {
  public LineVerdict {
    findings = List.copyOf(findings);
  }

  public boolean cancellable() {
    return effect != Effect.REFUSE && free > 0;
  }
}
