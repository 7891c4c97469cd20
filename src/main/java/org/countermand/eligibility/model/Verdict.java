package org.countermand.eligibility.model;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.countermand.kernel.Finding;

/**
 * Whether and what may be cancelled, with every finding, not only the first.
 *
 * @param policyId the revision that was applied
 * @param effect the strictest of the lines that were asked for
 */
public record Verdict(
    UUID orderId, UUID policyId, Instant at, Effect effect, List<LineVerdict> lines) {
  public Verdict {
    lines = List.copyOf(lines);
  }

  public Optional<LineVerdict> line(UUID lineId) {
    return lines.stream().filter(line -> line.lineId().equals(lineId)).findFirst();
  }

  /** Every finding on lines that were asked for, each once. */
  public List<Finding> findings() {
    return lines.stream().flatMap(line -> line.findings().stream()).distinct().toList();
  }
}
