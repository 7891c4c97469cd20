package org.countermand.api.problem;

import java.io.Serial;
import java.util.List;
import org.countermand.kernel.Decision;
import org.countermand.kernel.Finding;
import org.countermand.kernel.ReasonCode;
import org.jspecify.annotations.Nullable;

/**
 * Ends a request with a problem. Doors answer with values; only here at the edge, where nothing is
 * left to decide, a refusal is thrown, so that readers of bodies and resources end the same way.
 */
public final class Refusal extends RuntimeException {

  @Serial private static final long serialVersionUID = 1L;

  private final transient List<Finding> findings;
  private final transient @Nullable Spot spot;

  public Refusal(List<Finding> findings) {
    this(findings, null);
  }

  /**
   * A refusal of a body.
   *
   * @param spot where it is wrong, if that is known
   */
  public Refusal(List<Finding> findings, @Nullable Spot spot) {
    // No stack trace: it is an answer, not an accident.
    super(findings.toString(), null, false, false);
    this.findings = List.copyOf(findings);
    this.spot = spot;
  }

  public static Refusal of(ReasonCode code) {
    return new Refusal(List.of(Finding.of(code)));
  }

  /** The value of a yes; a no ends the request. */
  public static <T> T unlessAccepted(Decision<T> decision) {
    if (decision instanceof Decision.Accepted<T> yes) {
      return yes.value();
    }
    throw new Refusal(((Decision.Refused<T>) decision).findings());
  }

  /** Why, never empty. */
  public List<Finding> findings() {
    return findings;
  }

  public @Nullable Spot spot() {
    return spot;
  }
}
