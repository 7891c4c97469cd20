package org.countermand.api.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.SortedMap;
import org.countermand.kernel.Finding;
import org.countermand.kernel.ReasonCode;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One thing that was found, for programs (code, parameters) and for people (message). */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Finding")
public record FindingBody(
    ReasonCode code,
    SortedMap<String, String> parameters,
    @Schema(description = "Position of the order's line that it is about, from 1")
        @Nullable String line,
    @Schema(description = "JSON Pointer to the field of the request that it is about")
        @Nullable String pointer,
    @Schema(description = "A sentence in the language of the answer") String message) {

  public static FindingBody of(Finding finding, Speech speech) {
    String field = finding.parameters().get("field");
    return new FindingBody(
        finding.code(),
        finding.parameters(),
        finding.parameters().get("line"),
        field == null ? null : Pointer.ofField(field).orElse(null),
        speech.say(finding));
  }

  public static List<FindingBody> all(List<Finding> findings, Speech speech) {
    return findings.stream().map(finding -> of(finding, speech)).toList();
  }
}
