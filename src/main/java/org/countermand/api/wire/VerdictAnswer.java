package org.countermand.api.wire;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.countermand.api.problem.FindingBody;
import org.countermand.api.problem.Speech;
import org.countermand.eligibility.model.Effect;
import org.countermand.eligibility.model.LineVerdict;
import org.countermand.eligibility.model.Verdict;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Whether and what may be cancelled, with every finding. */
public record VerdictAnswer(
    UUID order,
    @Schema(description = "The revision of the policy that was applied") UUID policy,
    Instant at,
    @Schema(description = "The strictest of the lines; REVIEW means that a person decides")
        Effect effect,
    List<Line> lines) {

  /** What may become of one line. */
  @Schema(name = "LineVerdict")
  public record Line(
      @Schema(description = "The line's id") UUID line,
      @Schema(description = "Units that no cancellation has taken") int free,
      @Schema(description = "Units that were asked for") int asked,
      Effect effect,
      List<FindingBody> findings) {

    static Line of(LineVerdict verdict, Speech speech) {
      return new Line(
          verdict.lineId(),
          verdict.free(),
          verdict.asked(),
          verdict.effect(),
          FindingBody.all(verdict.findings(), speech));
    }
  }

  public static VerdictAnswer of(Verdict verdict, Speech speech) {
    return new VerdictAnswer(
        verdict.orderId(),
        verdict.policyId(),
        verdict.at(),
        verdict.effect(),
        verdict.lines().stream().map(line -> Line.of(line, speech)).toList());
  }
}
