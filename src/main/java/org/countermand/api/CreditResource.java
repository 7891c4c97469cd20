package org.countermand.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import org.countermand.api.problem.Refusal;
import org.countermand.api.wire.CreditAnswer;
import org.countermand.api.wire.SpendingBody;
import org.countermand.kernel.ReasonCode;
import org.countermand.payment.CreditService;
import org.countermand.payment.model.Spent;
import org.countermand.platform.access.CurrentActor;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Gift cards and store credit of the caller's shop, by the shop's own tokens. */
@RequestScoped
@Path("/credits/{reference}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Gift cards and store credit")
@APIResponse(responseCode = "401", ref = RestApplication.NOT_AUTHENTICATED)
@APIResponse(responseCode = "404", ref = RestApplication.NOT_FOUND)
@APIResponse(responseCode = "429", ref = RestApplication.TOO_MANY)
@APIResponse(responseCode = "500", ref = RestApplication.ACCIDENT)
public class CreditResource {

  @Inject private CreditService credits;
  @Inject private CurrentActor actor;
  @Inject private Clock clock;

  @GET
  @Operation(
      operationId = "getCredit",
      summary = "See what is on a gift card or store credit",
      description =
          """
          A card is known once an order was paid with it (kind GIFT_CARD or STORE_CREDIT, gateway \
          "credit") or is about it (item class GIFT_CARD, the evidence names it). What cancellations \
          give back is on it at once. What was on a card before an order told of it is the shop's \
          own count.""")
  @APIResponse(
      responseCode = "200",
      description = "The balance and every booking",
      content = @Content(schema = @Schema(implementation = CreditAnswer.class)))
  public CreditAnswer get(@PathParam("reference") String reference) {
    return credits
        .find(actor.require(), reference)
        .map(CreditAnswer::of)
        .orElseThrow(() -> Refusal.of(ReasonCode.NOT_FOUND));
  }

  @POST
  @Path("/spendings")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "spendCredit",
      summary = "Tell that something was bought with it",
      description =
          """
          Told again under the same id with the same amount it is booked once; with another amount \
          it is IDEMPOTENCY_KEY_REUSED. CREDIT_SHORT if there is not so much on it.""")
  @APIResponse(
      responseCode = "201",
      description = "Booked; what is on it now",
      content = @Content(schema = @Schema(implementation = CreditAnswer.class)))
  @APIResponse(
      responseCode = "200",
      description = "It was booked before",
      content = @Content(schema = @Schema(implementation = CreditAnswer.class)))
  @APIResponse(responseCode = "400", ref = RestApplication.MALFORMED)
  @APIResponse(responseCode = "409", ref = RestApplication.CONFLICT)
  @APIResponse(responseCode = "413", ref = RestApplication.TOO_LARGE)
  @APIResponse(responseCode = "422", ref = RestApplication.INVALID)
  public Response spend(@PathParam("reference") String reference, SpendingBody body) {
    Spent spent =
        Refusal.unlessAccepted(
            body.toModel(reference)
                .then(spending -> credits.spend(actor.require(), spending, clock.instant())));
    return Response.status(spent.fresh() ? Response.Status.CREATED : Response.Status.OK)
        .entity(CreditAnswer.of(spent.credit()))
        .build();
  }
}
