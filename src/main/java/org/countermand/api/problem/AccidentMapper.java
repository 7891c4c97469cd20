package org.countermand.api.problem;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.Objects;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.countermand.kernel.ReasonCode;

/**
 * Tells everything that nobody foresaw: to the caller an id and no more, to the log the same id
 * with the whole story.
 */
@Provider
@ApplicationScoped
public class AccidentMapper implements ExceptionMapper<Throwable> {

  private static final Logger LOG = Logger.getLogger(AccidentMapper.class.getName());

  @Inject private Interpreter interpreter;
  @Context private HttpHeaders headers;

  @Override
  public Response toResponse(Throwable accident) {
    Speech speech = interpreter.to(headers);
    // The server wraps what readers of bodies throw.
    Optional<WebApplicationException> fault = within(accident, WebApplicationException.class);
    return fault.isPresent()
        ? HttpFaultMapper.toResponse(fault.get(), speech)
        : problem(accident, speech).response(speech).build();
  }

  static Problem problem(Throwable accident, Speech speech) {
    if (accident instanceof SecurityException) {
      return Problem.of(401, ReasonCode.NOT_AUTHENTICATED, speech);
    }
    Optional<Refusal> refusal = within(accident, Refusal.class);
    if (refusal.isPresent()) {
      return Problem.of(refusal.get().findings(), refusal.get().spot(), speech);
    }
    Problem problem = Problem.of(500, ReasonCode.INTERNAL, speech);
    LOG.log(Level.SEVERE, "Request " + problem.instance() + " failed", accident);
    return problem;
  }

  private static <T extends Throwable> Optional<T> within(Throwable accident, Class<T> type) {
    return Stream.iterate(accident, Objects::nonNull, Throwable::getCause)
        .filter(type::isInstance)
        .map(type::cast)
        .findFirst();
  }
}
