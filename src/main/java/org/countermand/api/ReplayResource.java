package org.countermand.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import org.countermand.api.problem.Refusal;
import org.countermand.api.wire.JobAnswer;
import org.countermand.channel.ReplayService;
import org.countermand.channel.model.Job;
import org.countermand.kernel.Actor;
import org.countermand.kernel.Finding;
import org.countermand.kernel.ReasonCode;
import org.countermand.platform.access.CurrentActor;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Cancellations that a channel's files instruct. */
@RequestScoped
@Path("/replays")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Imports")
@APIResponse(responseCode = "401", ref = RestApplication.NOT_AUTHENTICATED)
@APIResponse(responseCode = "429", ref = RestApplication.TOO_MANY)
@APIResponse(responseCode = "500", ref = RestApplication.ACCIDENT)
public class ReplayResource {

  @Inject private ReplayService replays;
  @Inject private CurrentActor actor;

  @POST
  @Operation(
      operationId = "replayInstructions",
      summary = "Ask for the cancellations that a channel's files instruct",
      description =
          """
          Every instruction that has none yet is linked to the same customer's earlier purchases of \
          the same stock code, the newest first; then each order's cancellation is asked for \
          through the same door as any other, at the time of the instruction.""")
  @APIResponse(
      responseCode = "202",
      description = "The job that asks",
      content = @Content(schema = @Schema(implementation = JobAnswer.class)))
  @APIResponse(responseCode = "422", ref = RestApplication.INVALID)
  public Response replay(@QueryParam("channel") @Nullable String channel) {
    Actor caller = actor.require();
    if (channel == null) {
      throw new Refusal(List.of(Finding.of(ReasonCode.FIELD_MISSING, "field", "channel")));
    }
    Job job = Refusal.unlessAccepted(replays.begin(caller, caller.shop(), channel));
    return Response.accepted(JobAnswer.of(job, List.of()))
        .location(URI.create("jobs/" + job.id()))
        .build();
  }
}
