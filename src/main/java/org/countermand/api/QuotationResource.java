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
import java.util.UUID;
import org.countermand.api.problem.Interpreter;
import org.countermand.api.problem.Refusal;
import org.countermand.api.problem.Speech;
import org.countermand.api.wire.QuotationAnswer;
import org.countermand.api.wire.SelectionBody;
import org.countermand.cancellation.CancellationService;
import org.countermand.cancellation.model.Offer;
import org.countermand.consent.ConsentService;
import org.countermand.consent.model.Disclosure;
import org.countermand.kernel.Actor;
import org.countermand.platform.access.CurrentActor;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Quotations: what would come back. */
@RequestScoped
@Path("/orders/{id}/quotations")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Cancelling")
@APIResponse(responseCode = "401", ref = RestApplication.NOT_AUTHENTICATED)
@APIResponse(responseCode = "429", ref = RestApplication.TOO_MANY)
@APIResponse(responseCode = "500", ref = RestApplication.ACCIDENT)
public class QuotationResource {

  @Inject private CancellationService cancellations;
  @Inject private ConsentService consents;
  @Inject private CurrentActor actor;
  @Inject private Interpreter interpreter;
  @Inject private Clock clock;

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "quote",
      summary = "Ask what would come back",
      description =
          """
          The quotation is stored and binds until it expires. To consent, show its amounts and \
          the disclosure's text, then name both digests when asking for the cancellation, in the \
          same language.""")
  @APIResponse(
      responseCode = "201",
      description = "The quotation, and the text to show with it in the language of the answer",
      content = @Content(schema = @Schema(implementation = QuotationAnswer.class)))
  @APIResponse(responseCode = "400", ref = RestApplication.MALFORMED)
  @APIResponse(responseCode = "404", ref = RestApplication.NOT_FOUND)
  @APIResponse(responseCode = "409", ref = RestApplication.CONFLICT)
  @APIResponse(responseCode = "422", ref = RestApplication.INVALID)
  public Response quote(
      @PathParam("id") UUID id, SelectionBody selection, @Context HttpHeaders headers) {
    Actor caller = actor.require();
    Speech speech = interpreter.to(headers);
    Offer offer =
        Refusal.unlessAccepted(
            selection
                .toModel()
                .then(asks -> cancellations.quote(caller, id, asks, clock.instant())));
    Disclosure disclosure = consents.disclosure(caller, speech.locale());
    return Response.status(Response.Status.CREATED)
        .language(speech.locale())
        .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE)
        .entity(QuotationAnswer.of(offer, disclosure, speech))
        .build();
  }
}
