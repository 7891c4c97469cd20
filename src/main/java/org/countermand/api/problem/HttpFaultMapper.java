package org.countermand.api.problem;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.Locale;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.countermand.kernel.ReasonCode;

/** Tells what the server itself refuses: no such path, method or media type. */
@Provider
public class HttpFaultMapper implements ExceptionMapper<WebApplicationException> {

  private static final Logger LOG = Logger.getLogger(HttpFaultMapper.class.getName());

  @Context private HttpHeaders headers;

  @Override
  public Response toResponse(WebApplicationException fault) {
    return toResponse(fault, Language.of(headers));
  }

  static Response toResponse(WebApplicationException fault, Locale locale) {
    Response given = fault.getResponse();
    if (given.getStatus() < 400) {
      return given;
    }
    Problem problem = problem(given.getStatus(), locale);
    if (problem.status() >= 500) {
      LOG.log(Level.SEVERE, "Request " + problem.instance() + " failed", fault);
    }
    Response.ResponseBuilder answer = problem.response(locale);
    Set<String> allowed = given.getAllowedMethods();
    return allowed.isEmpty() ? answer.build() : answer.allow(allowed).build();
  }

  /** The problem of a bare status; what the server's exception says of itself is left out. */
  static Problem problem(int status, Locale locale) {
    return switch (status) {
      case 401 -> Problem.of(status, ReasonCode.NOT_AUTHENTICATED, locale);
      case 403, 404 -> Problem.of(404, ReasonCode.NOT_FOUND, locale);
      case 405, 406, 415 -> Problem.of(status, ReasonCode.UNSUPPORTED, locale);
      case 413 -> Problem.of(status, ReasonCode.TOO_LARGE, locale);
      case 429 -> Problem.of(status, ReasonCode.TOO_MANY_REQUESTS, locale);
      default ->
          Problem.of(status, status >= 500 ? ReasonCode.INTERNAL : ReasonCode.MALFORMED, locale);
    };
  }
}
