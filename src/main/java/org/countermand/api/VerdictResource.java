package org.countermand.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.countermand.api.problem.Interpreter;
import org.countermand.api.problem.Refusal;
import org.countermand.api.problem.Speech;
import org.countermand.api.wire.SelectionBody;
import org.countermand.api.wire.VerdictAnswer;
import org.countermand.cancellation.CancellationService;
import org.countermand.eligibility.model.Verdict;
import org.countermand.kernel.Actor;
import org.countermand.kernel.ReasonCode;
import org.countermand.platform.access.CurrentActor;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Verdicts: what of an order may be cancelled. */
@RequestScoped
@Path("/orders/{id}/verdicts")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Cancelling")
@APIResponse(responseCode = "401", ref = RestApplication.NOT_AUTHENTICATED)
@APIResponse(responseCode = "429", ref = RestApplication.TOO_MANY)
@APIResponse(responseCode = "500", ref = RestApplication.ACCIDENT)
public class VerdictResource {

  @Inject private CancellationService cancellations;
  @Inject private CurrentActor actor;
  @Inject private Interpreter interpreter;
  @Inject private Clock clock;

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "judge",
      summary = "Ask what may be cancelled",
      description =
          """
          Without lines: what may be cancelled of every line. With lines: whether exactly these \
          units may be. Nothing is stored.""")
  @APIResponse(
      responseCode = "200",
      description = "The verdict with all findings, be it yes or no",
      content = @Content(schema = @Schema(implementation = VerdictAnswer.class)))
  @APIResponse(responseCode = "400", ref = RestApplication.MALFORMED)
  @APIResponse(responseCode = "404", ref = RestApplication.NOT_FOUND)
  @APIResponse(responseCode = "409", ref = RestApplication.CONFLICT)
  @APIResponse(responseCode = "422", ref = RestApplication.INVALID)
  public Response judge(
      @PathParam("id") UUID id, SelectionBody selection, @Context HttpHeaders headers) {
    Speech speech = interpreter.to(headers);
    Verdict verdict = verdict(actor.require(), id, selection, clock.instant());
    return Response.ok(VerdictAnswer.of(verdict, speech))
        .language(speech.locale())
        .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE)
        .build();
  }

  private Verdict verdict(Actor caller, UUID id, SelectionBody selection, Instant at) {
    if (selection.lines() == null) {
      return cancellations
          .survey(caller, id, at)
          .orElseThrow(() -> Refusal.of(ReasonCode.NOT_FOUND));
    }
    return Refusal.unlessAccepted(
        selection.toModel().then(asks -> cancellations.judge(caller, id, asks, at)));
  }
}
