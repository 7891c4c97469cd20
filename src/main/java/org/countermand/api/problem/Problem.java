package org.countermand.api.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Locale;
import org.countermand.kernel.Finding;
import org.countermand.kernel.Ids;
import org.countermand.kernel.ReasonCode;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The body of every answer that is a no (RFC 9457). It never tells what the server is made of. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Problem(
    @Schema(example = "urn:countermand:problem:quotation-expired") String type,
    @Schema(description = "A sentence in the language of the answer") String title,
    int status,
    ReasonCode code,
    @Schema(description = "Id of the request, to ask the shop's operator about") String instance,
    @Schema(description = "JSON Pointer to what could not be read") @Nullable String pointer,
    @Schema(description = "Line of the body, from 1") @Nullable Integer line,
    @Schema(description = "Column of the body, from 1") @Nullable Integer column,
    @Schema(description = "Everything that was found, not only the first")
        List<FindingBody> findings) {

  /** As it stands in {@code Content-Type}. */
  public static final String MEDIA_TYPE = "application/problem+json";

  /** The problem of a refusal, with the status that its first finding has. */
  public static Problem of(List<Finding> findings, @Nullable Spot spot, Speech speech) {
    List<Finding> told = told(findings);
    return of(ProblemStatus.of(told.get(0).code()), told, spot, speech);
  }

  /** The problem of a reason with a status of its own. */
  public static Problem of(int status, ReasonCode code, Speech speech) {
    return of(status, List.of(Finding.of(code)), null, speech);
  }

  private static Problem of(
      int status, List<Finding> findings, @Nullable Spot spot, Speech speech) {
    Finding first = findings.get(0);
    return new Problem(
        "urn:countermand:problem:" + first.code().name().toLowerCase(Locale.ROOT).replace('_', '-'),
        speech.say(first),
        status,
        first.code(),
        "urn:uuid:" + Ids.next(),
        spot == null ? null : spot.pointer(),
        spot == null ? null : spot.line(),
        spot == null ? null : spot.column(),
        FindingBody.all(findings, speech));
  }

  /** Not being permitted looks exactly like not existing, in every member. */
  private static List<Finding> told(List<Finding> findings) {
    boolean hidden =
        findings.stream()
            .map(Finding::code)
            .anyMatch(code -> code == ReasonCode.NOT_PERMITTED || code == ReasonCode.NOT_FOUND);
    return hidden ? List.of(Finding.of(ReasonCode.NOT_FOUND)) : findings;
  }

  /** The whole answer, in the problem's own media type whatever the caller accepts. */
  Response.ResponseBuilder response(Speech speech) {
    Response.ResponseBuilder answer =
        Response.status(status)
            .type(MEDIA_TYPE)
            .language(speech.locale())
            .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE)
            .entity(this);
    return status == Response.Status.UNAUTHORIZED.getStatusCode()
        ? answer.header(HttpHeaders.WWW_AUTHENTICATE, "Bearer")
        : answer;
  }
}
