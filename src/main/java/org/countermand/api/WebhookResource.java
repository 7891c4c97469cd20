package org.countermand.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.time.Clock;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import org.countermand.api.json.BodyText;
import org.countermand.api.problem.Refusal;
import org.countermand.cancellation.NewsService;
import org.countermand.kernel.Actor;
import org.countermand.kernel.Decision;
import org.countermand.kernel.Finding;
import org.countermand.kernel.ReasonCode;
import org.countermand.logistics.model.WarehouseNewsReader;
import org.countermand.payment.model.NewsReader;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirements;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/**
 * What gateways and warehouses tell by themselves. They prove who they are by a signature over the
 * exact body, so the body is taken as text and read by nobody before the signature is checked.
 */
@RequestScoped
@Path("/webhooks")
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Webhooks")
@SecurityRequirements
@APIResponse(responseCode = "200", description = "Heard, or nothing that concerns us")
@APIResponse(responseCode = "400", ref = RestApplication.MALFORMED)
@APIResponse(responseCode = "413", ref = RestApplication.TOO_LARGE)
@APIResponse(responseCode = "500", ref = RestApplication.ACCIDENT)
public class WebhookResource {

  private static final String STRIPE = "stripe";

  /** The signature is all that speaks for the sender; what he says is only a hint. */
  private static final Actor SELF = new Actor.System("webhooks");

  private static final Set<ReasonCode> NOT_BELIEVED =
      EnumSet.of(ReasonCode.SIGNATURE_INVALID, ReasonCode.MALFORMED);

  @Inject @Any private Instance<NewsReader> gateways;
  @Inject private WarehouseNewsReader warehouse;
  @Inject private NewsService desk;
  @Inject private Clock clock;

  @POST
  @Path("/stripe")
  @Operation(operationId = "hearStripe", summary = "An event of Stripe")
  @RequestBody(content = @Content(schema = @Schema(type = SchemaType.OBJECT)))
  public Response stripe(
      @HeaderParam("Stripe-Signature") @Nullable String signature, InputStream body) {
    NewsReader reader =
        gateways.stream()
            .filter(gateway -> gateway.gateway().equals(STRIPE))
            .findAny()
            .orElseThrow(() -> Refusal.of(ReasonCode.NOT_FOUND));
    return heard(
        reader.read(
            Objects.requireNonNullElse(signature, ""), BodyText.read(body), clock.instant()),
        news -> desk.hear(SELF, news));
  }

  @POST
  @Path("/warehouse")
  @Operation(operationId = "hearWarehouse", summary = "A warehouse's answer to a hold")
  @RequestBody(content = @Content(schema = @Schema(type = SchemaType.OBJECT)))
  public Response warehouse(
      @HeaderParam("Warehouse-Signature") @Nullable String signature, InputStream body) {
    return heard(
        warehouse.read(
            Objects.requireNonNullElse(signature, ""), BodyText.read(body), clock.instant()),
        news -> desk.hear(SELF, news));
  }

  private static <T> Response heard(Decision<T> news, Consumer<T> desk) {
    if (concernsUs(news)) {
      desk.accept(Refusal.unlessAccepted(news));
    }
    return Response.ok().build();
  }

  /** What is well signed but of no concern is answered well: an error would make them repeat it. */
  private static boolean concernsUs(Decision<?> news) {
    return !(news instanceof Decision.Refused<?> no)
        || no.findings().stream().map(Finding::code).anyMatch(NOT_BELIEVED::contains);
  }
}
