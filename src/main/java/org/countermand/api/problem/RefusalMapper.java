package org.countermand.api.problem;

import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.Locale;

/** Tells a refusal. */
@Provider
public class RefusalMapper implements ExceptionMapper<Refusal> {

  @Context private HttpHeaders headers;

  @Override
  public Response toResponse(Refusal refusal) {
    Locale locale = Language.of(headers);
    return Problem.of(refusal.findings(), refusal.spot(), locale).response(locale).build();
  }
}
