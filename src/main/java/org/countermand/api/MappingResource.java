package org.countermand.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.countermand.api.json.Received;
import org.countermand.api.problem.Refusal;
import org.countermand.api.wire.MappingAnswer;
import org.countermand.api.wire.MappingBody;
import org.countermand.api.wire.MappingsAnswer;
import org.countermand.channel.MappingService;
import org.countermand.channel.model.Mapping;
import org.countermand.kernel.Actor;
import org.countermand.platform.access.CurrentActor;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** How files are read. */
@RequestScoped
@Path("/mappings")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Imports")
@APIResponse(responseCode = "401", ref = RestApplication.NOT_AUTHENTICATED)
@APIResponse(responseCode = "429", ref = RestApplication.TOO_MANY)
@APIResponse(responseCode = "500", ref = RestApplication.ACCIDENT)
public class MappingResource {

  @Inject private MappingService mappings;
  @Inject private CurrentActor actor;

  @GET
  @Operation(operationId = "getMappings", summary = "All mappings of the caller's shop")
  @APIResponse(
      responseCode = "200",
      description = "The latest revision of each",
      content = @Content(schema = @Schema(implementation = MappingsAnswer.class)))
  public MappingsAnswer all() {
    return new MappingsAnswer(
        mappings.all(actor.require()).stream().map(MappingAnswer::of).toList());
  }

  @PUT
  @Path("/{name}")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "saveMapping",
      summary = "Save a mapping",
      description = "A change makes a new revision; what was begun with an old one goes on with it")
  @RequestBody(
      required = true,
      content = @Content(schema = @Schema(implementation = MappingBody.class)))
  @APIResponse(
      responseCode = "200",
      description = "The mapping with its revision",
      content = @Content(schema = @Schema(implementation = MappingAnswer.class)))
  @APIResponse(responseCode = "400", ref = RestApplication.MALFORMED)
  @APIResponse(responseCode = "422", ref = RestApplication.INVALID)
  public MappingAnswer save(@PathParam("name") String name, Received<MappingBody> received) {
    Actor caller = actor.require();
    Mapping mapping = Refusal.unlessAccepted(received.body().toModel(caller.shop(), name));
    return MappingAnswer.of(Refusal.unlessAccepted(mappings.save(caller, mapping)));
  }
}
