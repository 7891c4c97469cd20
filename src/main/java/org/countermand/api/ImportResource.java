package org.countermand.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.countermand.api.problem.Refusal;
import org.countermand.api.wire.ImportBody;
import org.countermand.channel.ChannelService;
import org.countermand.kernel.Finding;
import org.countermand.kernel.ReasonCode;
import org.countermand.platform.access.CurrentActor;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Files of orders, plain or gzip. */
@RequestScoped
@Path("/imports")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Imports")
public class ImportResource {

  @Inject private ChannelService channel;
  @Inject private CurrentActor actor;

  @POST
  @Consumes({"text/csv", "application/gzip", "application/octet-stream"})
  @Operation(operationId = "importDay", summary = "Take in the orders of one day of a CSV export")
  @APIResponse(responseCode = "200", description = "What became of every row; twice is harmless")
  public ImportBody importDay(@QueryParam("day") @Nullable String day, InputStream file) {
    return ImportBody.of(
        Refusal.unlessAccepted(
            channel.importDay(
                actor.require(), file, Optional.ofNullable(day).map(ImportResource::parse))));
  }

  private static LocalDate parse(String day) {
    try {
      return LocalDate.parse(day);
    } catch (DateTimeException e) {
      throw new Refusal(List.of(Finding.of(ReasonCode.FIELD_INVALID, "field", "day")));
    }
  }
}
