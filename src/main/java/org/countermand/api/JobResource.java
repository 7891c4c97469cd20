package org.countermand.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.countermand.api.problem.Refusal;
import org.countermand.api.wire.JobAnswer;
import org.countermand.channel.ImportService;
import org.countermand.channel.model.FileRow;
import org.countermand.channel.model.Job;
import org.countermand.channel.model.ReportCsv;
import org.countermand.channel.model.Wish;
import org.countermand.kernel.Actor;
import org.countermand.kernel.ReasonCode;
import org.countermand.platform.access.CurrentActor;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Imports and replays while they run, and afterwards. */
@RequestScoped
@Path("/jobs/{id}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Imports")
@APIResponse(responseCode = "401", ref = RestApplication.NOT_AUTHENTICATED)
@APIResponse(responseCode = "404", ref = RestApplication.NOT_FOUND)
@APIResponse(responseCode = "429", ref = RestApplication.TOO_MANY)
@APIResponse(responseCode = "500", ref = RestApplication.ACCIDENT)
public class JobResource {

  private static final int PAGE = 1_000;

  @Inject private ImportService imports;
  @Inject private CurrentActor actor;

  @GET
  @Operation(operationId = "getJob", summary = "How far a job is")
  @APIResponse(
      responseCode = "200",
      description = "The job",
      content = @Content(schema = @Schema(implementation = JobAnswer.class)))
  public JobAnswer get(@PathParam("id") UUID id) {
    Job job = imports.find(actor.require(), id).orElseThrow(() -> Refusal.of(ReasonCode.NOT_FOUND));
    return JobAnswer.of(job, imports.totals(actor.require(), id));
  }

  @POST
  @Path("/pause")
  @Operation(operationId = "pauseJob", summary = "Let a job pause after the piece that it is at")
  @APIResponse(responseCode = "200", description = "The job")
  @APIResponse(responseCode = "409", ref = RestApplication.CONFLICT)
  public JobAnswer pause(@PathParam("id") UUID id) {
    return wish(id, Wish.PAUSE);
  }

  @POST
  @Path("/resume")
  @Operation(operationId = "resumeJob", summary = "Let a paused job go on")
  @APIResponse(responseCode = "200", description = "The job")
  @APIResponse(responseCode = "409", ref = RestApplication.CONFLICT)
  public JobAnswer resume(@PathParam("id") UUID id) {
    return wish(id, Wish.RUN);
  }

  @POST
  @Path("/stop")
  @Operation(operationId = "stopJob", summary = "End a job; what was taken in stays")
  @APIResponse(responseCode = "200", description = "The job")
  @APIResponse(responseCode = "409", ref = RestApplication.CONFLICT)
  public JobAnswer stop(@PathParam("id") UUID id) {
    return wish(id, Wish.STOP);
  }

  private JobAnswer wish(UUID id, Wish wish) {
    Actor caller = actor.require();
    Job job = Refusal.unlessAccepted(imports.wish(caller, id, wish));
    return JobAnswer.of(job, imports.totals(caller, id));
  }

  @GET
  @Path("/report")
  @Produces("text/csv")
  @Operation(
      operationId = "getJobReport",
      summary = "The rows that are neither a line of an order nor an instruction, with the reason")
  @APIResponse(responseCode = "200", description = "CSV")
  public Response report(@PathParam("id") UUID id) {
    Actor caller = actor.require();
    if (imports.find(caller, id).isEmpty()) {
      throw Refusal.of(ReasonCode.NOT_FOUND);
    }
    StreamingOutput rows =
        output -> {
          output.write(ReportCsv.HEADER.getBytes(StandardCharsets.UTF_8));
          List<FileRow> page = imports.report(caller, id, 0, PAGE);
          while (!page.isEmpty()) {
            for (FileRow row : page) {
              output.write(ReportCsv.row(row).getBytes(StandardCharsets.UTF_8));
            }
            page = imports.report(caller, id, page.get(page.size() - 1).line(), PAGE);
          }
        };
    return Response.ok(rows)
        .header("Content-Disposition", "attachment; filename=\"report-" + id + ".csv\"")
        .build();
  }
}
