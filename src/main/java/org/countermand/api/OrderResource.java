package org.countermand.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.util.Collections;
import java.util.UUID;
import org.countermand.api.json.Received;
import org.countermand.api.problem.Refusal;
import org.countermand.api.wire.OrderAnswer;
import org.countermand.api.wire.OrderBody;
import org.countermand.kernel.Actor;
import org.countermand.kernel.Ids;
import org.countermand.kernel.ReasonCode;
import org.countermand.order.OrderService;
import org.countermand.order.model.NewOrder;
import org.countermand.order.model.Order;
import org.countermand.order.model.Placed;
import org.countermand.outbox.OutboxService;
import org.countermand.outbox.model.Event;
import org.countermand.outbox.model.EventType;
import org.countermand.payment.CreditService;
import org.countermand.platform.access.CurrentActor;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Orders: bringing them in and reading them. */
@RequestScoped
@Path("/orders")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Orders")
@APIResponse(responseCode = "401", ref = RestApplication.NOT_AUTHENTICATED)
@APIResponse(responseCode = "429", ref = RestApplication.TOO_MANY)
@APIResponse(responseCode = "500", ref = RestApplication.ACCIDENT)
public class OrderResource {

  @Inject private OrderService orders;
  @Inject private CreditService credits;
  @Inject private OutboxService outbox;
  @Inject private CurrentActor actor;
  @Inject private Clock clock;

  /** One transaction, because whoever repeats a placement is not mailed: no crash comes between. */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "placeOrder",
      summary = "Bring an order in",
      description =
          """
          The body is kept verbatim. The same channel and number with the same body gives the \
          order that is already there; with another body it is ORDER_CONFLICT. With "confirm" the \
          buyer is mailed a confirmation once, when the order is taken in.""")
  @RequestBody(
      required = true,
      content = @Content(schema = @Schema(implementation = OrderBody.class)))
  @APIResponse(
      responseCode = "201",
      description = "Taken in",
      content = @Content(schema = @Schema(implementation = OrderAnswer.class)))
  @APIResponse(
      responseCode = "200",
      description = "The same order was there already",
      content = @Content(schema = @Schema(implementation = OrderAnswer.class)))
  @APIResponse(responseCode = "400", ref = RestApplication.MALFORMED)
  @APIResponse(responseCode = "409", ref = RestApplication.CONFLICT)
  @APIResponse(responseCode = "413", ref = RestApplication.TOO_LARGE)
  @APIResponse(responseCode = "422", ref = RestApplication.INVALID)
  @Transactional
  public Response place(Received<OrderBody> received) {
    Actor caller = actor.require();
    NewOrder order =
        Refusal.unlessAccepted(received.body().toModel(caller.shop(), received.text()));
    Placed placed = Refusal.unlessAccepted(orders.place(caller, order));
    if (placed.created()) {
      Refusal.unlessAccepted(credits.open(caller, placed.order(), clock.instant()));
    }
    if (placed.created() && received.body().asksForConfirmation()) {
      outbox.post(caller, placedEvent(placed.order()));
    }
    Response.ResponseBuilder answer =
        placed.created()
            ? Response.created(URI.create("orders/" + placed.order().id()))
            : Response.ok();
    return answer.entity(OrderAnswer.of(placed.order())).build();
  }

  @GET
  @Path("/{id}")
  @Operation(operationId = "getOrder", summary = "Read an order")
  @APIResponse(
      responseCode = "200",
      description = "The order with the ids of its lines",
      content = @Content(schema = @Schema(implementation = OrderAnswer.class)))
  @APIResponse(responseCode = "404", ref = RestApplication.NOT_FOUND)
  public OrderAnswer get(@PathParam("id") UUID id) {
    return orders
        .find(actor.require(), id)
        .map(OrderAnswer::of)
        .orElseThrow(() -> Refusal.of(ReasonCode.NOT_FOUND));
  }

  private Event placedEvent(Order order) {
    return new Event(
        Ids.next(),
        EventType.ORDER_PLACED,
        order.id(),
        order.id(),
        clock.instant(),
        Collections.emptySortedMap());
  }
}
