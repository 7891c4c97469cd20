package org.countermand.api.problem;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.countermand.kernel.ReasonCode;

/** Tells what the server itself refuses: no such path, method or media type. */
@Provider
@ApplicationScoped
public class HttpFaultMapper implements ExceptionMapper<WebApplicationException> {

  private static final Logger LOG = Logger.getLogger(HttpFaultMapper.class.getName());

  @Inject private Interpreter interpreter;
  @Context private HttpHeaders headers;

  @Override
  public Response toResponse(WebApplicationException fault) {
    return toResponse(fault, interpreter.to(headers));
  }

  static Response toResponse(WebApplicationException fault, Speech speech) {
    Response given = fault.getResponse();
    if (given.getStatus() < 400) {
      return given;
    }
    Problem problem = problem(given.getStatus(), speech);
    if (problem.status() >= 500) {
      LOG.log(Level.SEVERE, "Request " + problem.instance() + " failed", fault);
    }
    Response.ResponseBuilder answer = problem.response(speech);
    Set<String> allowed = given.getAllowedMethods();
    return allowed.isEmpty() ? answer.build() : answer.allow(allowed).build();
  }

  /** The problem of a bare status; what the server's exception says of itself is left out. */
  static Problem problem(int status, Speech speech) {
    return switch (status) {
      case 401 -> Problem.of(status, ReasonCode.NOT_AUTHENTICATED, speech);
      case 403, 404 -> Problem.of(404, ReasonCode.NOT_FOUND, speech);
      case 405, 406, 415 -> Problem.of(status, ReasonCode.UNSUPPORTED, speech);
      case 413 -> Problem.of(status, ReasonCode.TOO_LARGE, speech);
      case 429 -> Problem.of(status, ReasonCode.TOO_MANY_REQUESTS, speech);
      default ->
          Problem.of(status, status >= 500 ? ReasonCode.INTERNAL : ReasonCode.MALFORMED, speech);
    };
  }
}
