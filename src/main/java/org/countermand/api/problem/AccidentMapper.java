package org.countermand.api.problem;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.Locale;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.countermand.kernel.ReasonCode;

/**
 * Tells everything that nobody foresaw: to the caller an id and no more, to the log the same id
 * with the whole story.
 */
@Provider
public class AccidentMapper implements ExceptionMapper<Throwable> {

  private static final Logger LOG = Logger.getLogger(AccidentMapper.class.getName());

  @Context private HttpHeaders headers;

  @Override
  public Response toResponse(Throwable accident) {
    return toResponse(accident, Language.of(headers));
  }

  static Response toResponse(Throwable accident, Locale locale) {
    if (accident instanceof SecurityException) {
      return Problem.of(401, ReasonCode.NOT_AUTHENTICATED, locale).response(locale).build();
    }
    // The server wraps what readers of bodies throw.
    for (Throwable cause = accident; cause != null; cause = cause.getCause()) {
      if (cause instanceof Refusal refusal) {
        return Problem.of(refusal.findings(), refusal.spot(), locale).response(locale).build();
      }
      if (cause instanceof WebApplicationException fault) {
        return HttpFaultMapper.toResponse(fault, locale);
      }
    }
    Problem problem = Problem.of(500, ReasonCode.INTERNAL, locale);
    LOG.log(Level.SEVERE, "Request " + problem.instance() + " failed", accident);
    return problem.response(locale).build();
  }
}
