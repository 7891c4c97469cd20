package org.countermand.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.util.UUID;
import org.countermand.api.json.Received;
import org.countermand.api.problem.Interpreter;
import org.countermand.api.problem.Refusal;
import org.countermand.api.problem.Speech;
import org.countermand.api.wire.CancellationAnswer;
import org.countermand.api.wire.CancellationBody;
import org.countermand.api.wire.ConsentBody;
import org.countermand.cancellation.CancellationService;
import org.countermand.cancellation.model.Assent;
import org.countermand.cancellation.model.Cancellation;
import org.countermand.cancellation.model.Receipt;
import org.countermand.cancellation.model.Request;
import org.countermand.consent.ConsentService;
import org.countermand.kernel.Actor;
import org.countermand.kernel.ReasonCode;
import org.countermand.platform.access.CurrentActor;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Cancellations: asking for them, agreeing, following them, taking them back. */
@RequestScoped
@Path("/cancellations")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Cancelling")
@APIResponse(responseCode = "401", ref = RestApplication.NOT_AUTHENTICATED)
@APIResponse(responseCode = "429", ref = RestApplication.TOO_MANY)
@APIResponse(responseCode = "500", ref = RestApplication.ACCIDENT)
public class CancellationResource {

  @Inject private CancellationService cancellations;
  @Inject private ConsentService consents;
  @Inject private CurrentActor actor;
  @Inject private Interpreter interpreter;
  @Inject private Clock clock;

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "requestCancellation",
      summary = "Ask for a cancellation",
      description =
          """
          The body is kept verbatim. Who asks again, or comes second for the same units, receives \
          the cancellation that came first.""")
  @RequestBody(
      required = true,
      content = @Content(schema = @Schema(implementation = CancellationBody.class)))
  @APIResponse(
      responseCode = "201",
      description = "This request made it",
      content = @Content(schema = @Schema(implementation = CancellationAnswer.class)))
  @APIResponse(
      responseCode = "200",
      description = "It was there already; this is the cancellation that came first",
      content = @Content(schema = @Schema(implementation = CancellationAnswer.class)))
  @APIResponse(responseCode = "400", ref = RestApplication.MALFORMED)
  @APIResponse(responseCode = "404", ref = RestApplication.NOT_FOUND)
  @APIResponse(responseCode = "409", ref = RestApplication.CONFLICT)
  @APIResponse(responseCode = "413", ref = RestApplication.TOO_LARGE)
  @APIResponse(responseCode = "422", ref = RestApplication.INVALID)
  public Response request(
      @HeaderParam(IdempotencyKey.HEADER)
          @Parameter(
              description =
                  """
                  The caller's own name for this request, 1 to 255 printable characters. Required \
                  unless the basis is a consent, which can be given once only.""",
              schema = @Schema(implementation = String.class, minLength = 1, maxLength = 255))
          @Nullable String key,
      Received<CancellationBody> received,
      @Context HttpHeaders headers) {
    Actor caller = actor.require();
    Request request =
        Refusal.unlessAccepted(
            received
                .body()
                .toModel(
                    caller,
                    IdempotencyKey.of(key),
                    received.text(),
                    interpreter.to(headers).locale(),
                    clock.instant()));
    Receipt receipt = Refusal.unlessAccepted(cancellations.request(request));
    UUID id = receipt.cancellation().id();
    return answer(
        receipt.created() ? Response.created(URI.create("cancellations/" + id)) : Response.ok(),
        caller,
        id,
        headers);
  }

  @GET
  @Path("/{id}")
  @Operation(operationId = "getCancellation", summary = "Follow a cancellation")
  @APIResponse(
      responseCode = "200",
      description = "The cancellation, its steps and its refunds",
      content = @Content(schema = @Schema(implementation = CancellationAnswer.class)))
  @APIResponse(responseCode = "404", ref = RestApplication.NOT_FOUND)
  public Response get(@PathParam("id") UUID id, @Context HttpHeaders headers) {
    return answer(Response.ok(), actor.require(), id, headers);
  }

  @POST
  @Path("/{id}/consents")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "consent",
      summary = "Agree to changed amounts",
      description =
          """
          Where the amounts have changed since the request, a cancellation that was approved waits \
          as QUOTED for the buyer's consent to its offer; without it, it expires with the offer. \
          Show the offer's amounts and its disclosure's text, then name both digests, in the same \
          language. The body is kept verbatim. Who agrees again receives what has become of it. \
          Otherwise it is STATE_FORBIDS while no consent is awaited, QUOTATION_STALE for a \
          quotation that is no longer offered, QUOTATION_MISMATCH for another digest, \
          QUOTATION_EXPIRED after its end, QUOTATION_UNKNOWN for one that the order never had, and \
          CONSENT_MISSING for a text that was never shown.""")
  @RequestBody(
      required = true,
      content = @Content(schema = @Schema(implementation = ConsentBody.class)))
  @APIResponse(
      responseCode = "200",
      description = "Agreed, now or before; the cancellation as it stands",
      content = @Content(schema = @Schema(implementation = CancellationAnswer.class)))
  @APIResponse(responseCode = "400", ref = RestApplication.MALFORMED)
  @APIResponse(responseCode = "404", ref = RestApplication.NOT_FOUND)
  @APIResponse(responseCode = "409", ref = RestApplication.CONFLICT)
  @APIResponse(responseCode = "413", ref = RestApplication.TOO_LARGE)
  @APIResponse(responseCode = "422", ref = RestApplication.INVALID)
  public Response consent(
      @PathParam("id") UUID id,
      @HeaderParam(IdempotencyKey.HEADER)
          @Parameter(
              description =
                  """
                  The caller's own name for this consent, 1 to 255 printable characters. Not \
                  required, as a consent can be given once only.""",
              schema = @Schema(implementation = String.class, minLength = 1, maxLength = 255))
          @Nullable String key,
      Received<ConsentBody> received,
      @Context HttpHeaders headers) {
    Actor caller = actor.require();
    Assent assent =
        Refusal.unlessAccepted(
            received
                .body()
                .toModel(
                    caller,
                    id,
                    IdempotencyKey.of(key),
                    received.text(),
                    interpreter.to(headers).locale(),
                    clock.instant()));
    Cancellation agreed = Refusal.unlessAccepted(cancellations.agree(assent));
    return answer(Response.ok(), caller, agreed.id(), headers);
  }

  @POST
  @Path("/{id}/withdrawal")
  @Operation(
      operationId = "takeBack",
      summary = "Take a request back",
      description = "Possible until the warehouse was asked; later it is STATE_FORBIDS.")
  @APIResponse(
      responseCode = "200",
      description = "It is taken back",
      content = @Content(schema = @Schema(implementation = CancellationAnswer.class)))
  @APIResponse(responseCode = "404", ref = RestApplication.NOT_FOUND)
  @APIResponse(responseCode = "409", ref = RestApplication.CONFLICT)
  public Response takeBack(@PathParam("id") UUID id, @Context HttpHeaders headers) {
    Actor caller = actor.require();
    Cancellation takenBack =
        Refusal.unlessAccepted(cancellations.takeBack(caller, id, clock.instant()));
    return answer(Response.ok(), caller, takenBack.id(), headers);
  }

  /** One shape for every answer, whichever way it was come by. */
  private Response answer(
      Response.ResponseBuilder answer, Actor caller, UUID id, HttpHeaders headers) {
    Speech speech = interpreter.to(headers);
    CancellationAnswer body =
        cancellations
            .find(caller, id)
            .map(
                dossier ->
                    CancellationAnswer.of(
                        dossier, consents.disclosure(caller, speech.locale()), speech))
            .orElseThrow(() -> Refusal.of(ReasonCode.NOT_FOUND));
    return answer
        .language(speech.locale())
        .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE)
        .entity(body)
        .build();
  }
}
