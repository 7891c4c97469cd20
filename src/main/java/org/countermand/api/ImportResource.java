package org.countermand.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.countermand.api.problem.Refusal;
import org.countermand.api.wire.JobAnswer;
import org.countermand.channel.ImportService;
import org.countermand.channel.model.Job;
import org.countermand.channel.model.Upload;
import org.countermand.kernel.Actor;
import org.countermand.kernel.Finding;
import org.countermand.kernel.ReasonCode;
import org.countermand.platform.access.BodyTooLarge;
import org.countermand.platform.access.CurrentActor;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Files of orders, plain or gzip. */
@RequestScoped
@Path("/imports")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Imports")
@APIResponse(responseCode = "401", ref = RestApplication.NOT_AUTHENTICATED)
@APIResponse(responseCode = "429", ref = RestApplication.TOO_MANY)
@APIResponse(responseCode = "500", ref = RestApplication.ACCIDENT)
public class ImportResource {

  @Inject private ImportService imports;
  @Inject private CurrentActor actor;

  @POST
  @Consumes({"text/csv", "application/gzip", "application/octet-stream"})
  @Operation(
      operationId = "importOrders",
      summary = "Take a CSV file of orders in",
      description =
          """
          The file is kept and read by a job of its own; the answer is that job. Every row ends in \
          one place: a line of an order, an instruction to cancel, or the report. The same file a \
          second time changes nothing, and while it is under way it is the same job.""")
  @APIResponse(
      responseCode = "202",
      description = "The job that reads it",
      content = @Content(schema = @Schema(implementation = JobAnswer.class)))
  @APIResponse(responseCode = "400", ref = RestApplication.MALFORMED)
  @APIResponse(responseCode = "413", ref = RestApplication.TOO_LARGE)
  @APIResponse(responseCode = "422", ref = RestApplication.INVALID)
  public Response importOrders(
      @Parameter(description = "The name of the mapping to read it by", required = true)
          @QueryParam("mapping")
          @Nullable String mapping,
      @Parameter(description = "Whether everything is checked and nothing taken in")
          @QueryParam("dryRun")
          @DefaultValue("false")
          String dryRun,
      @Parameter(description = "What to call the file") @QueryParam("name") @DefaultValue("")
          String name,
      InputStream file) {
    Actor caller = actor.require();
    if (mapping == null) {
      throw new Refusal(List.of(Finding.of(ReasonCode.FIELD_MISSING, "field", "mapping")));
    }
    if (!List.of("true", "false").contains(dryRun)) {
      throw new Refusal(List.of(Finding.of(ReasonCode.FIELD_INVALID, "field", "dryRun")));
    }
    Job job =
        Refusal.unlessAccepted(
            received(
                file,
                content ->
                    imports.begin(
                        caller, new Upload(name, content), mapping, dryRun.equals("true"))));
    return Response.accepted(JobAnswer.of(job, List.of()))
        .location(URI.create("jobs/" + job.id()))
        .build();
  }

  private interface Use<T> {
    T of(InputStream content);
  }

  /** The whole file first: no transaction waits for a slow sender, and half a file is none. */
  private static <T> T received(InputStream file, Use<T> use) {
    try {
      java.nio.file.Path kept = Files.createTempFile("import", ".part");
      try {
        keep(file, kept);
        try (InputStream content = Files.newInputStream(kept)) {
          return use.of(content);
        }
      } finally {
        Files.delete(kept);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void keep(InputStream file, java.nio.file.Path kept) {
    try {
      Files.copy(file, kept, StandardCopyOption.REPLACE_EXISTING);
    } catch (BodyTooLarge tooLarge) {
      throw Refusal.of(ReasonCode.TOO_LARGE);
    } catch (IOException cutOff) {
      throw Refusal.of(ReasonCode.MALFORMED);
    }
  }
}
