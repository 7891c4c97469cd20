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
    int status = given.getStatus() == 403 ? 404 : given.getStatus();
    if (status < 400) {
      return given;
    }
    Problem problem = Problem.of(status, code(status), locale);
    if (status >= 500) {
      LOG.log(Level.SEVERE, "Request " + problem.instance() + " failed", fault);
    }
    Response.ResponseBuilder answer = problem.response(locale);
    Set<String> allowed = given.getAllowedMethods();
    return allowed.isEmpty() ? answer.build() : answer.allow(allowed).build();
  }

  private static ReasonCode code(int status) {
    return switch (status) {
      case 401 -> ReasonCode.NOT_AUTHENTICATED;
      case 404 -> ReasonCode.NOT_FOUND;
      case 405, 406, 415 -> ReasonCode.UNSUPPORTED;
      case 413 -> ReasonCode.TOO_LARGE;
      case 429 -> ReasonCode.TOO_MANY_REQUESTS;
      default -> status >= 500 ? ReasonCode.INTERNAL : ReasonCode.MALFORMED;
    };
  }
}
