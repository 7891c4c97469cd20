package org.countermand.api.problem;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/** Tells a refusal. */
@Provider
@ApplicationScoped
public class RefusalMapper implements ExceptionMapper<Refusal> {

  @Inject private Interpreter interpreter;
  @Context private HttpHeaders headers;

  @Override
  public Response toResponse(Refusal refusal) {
    Speech speech = interpreter.to(headers);
    return Problem.of(refusal.findings(), refusal.spot(), speech).response(speech).build();
  }
}
