package org.countermand.platform.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.authentication.mechanism.http.HttpAuthenticationMechanism;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.Set;
import org.countermand.kernel.Actor;

/**
 * Finds out who makes a request, by the path he comes on: agents and customers by their cookies,
 * partners by their keys. A container takes only one such mechanism, so all three are here.
 *
 * <p>No proof counts at another's entrance: an agent's cookie says nothing to the programming
 * interface, so no other site's page can make a browser use it there.
 */
@ApplicationScoped
public class Doorman implements HttpAuthenticationMechanism {

  private static final String BEARER = "Bearer ";

  @Inject AgentCookies agents;
  @Inject GuestCookies guests;
  @Inject PartnerKeys partners;
  @Inject CurrentActor current;

  @Override
  public AuthenticationStatus validateRequest(
      HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
    String path = RequestPath.of(request);
    return switch (Entrance.of(path)) {
      case OFFICE ->
          agents
              .read(request)
              .map(account -> welcome(account.actor(), "agent", context))
              .orElseGet(() -> redirect(ReturnPath.login(request), request, response));
      case API ->
          key(request)
              .flatMap(partners::partner)
              .map(partner -> welcome(partner, "partner", context))
              .orElseGet(() -> unauthorized(path, response));
      case ORDER ->
          guests
              .read(request)
              .map(grant -> welcomeBack(grant, response, context))
              .orElseGet(() -> redirect("/", request, response));
      case STREET -> context.doNothing();
      case NOWHERE -> context.responseNotFound();
    };
  }

  private AuthenticationStatus welcome(Actor actor, String role, HttpMessageContext context) {
    current.become(actor);
    return context.notifyContainerAboutLogin(actor.id(), Set.of(role));
  }

  private AuthenticationStatus welcomeBack(
      Grant grant, HttpServletResponse response, HttpMessageContext context) {
    guests.issue(response, grant); // the half hour begins anew
    return welcome(grant.customer(), "customer", context);
  }

  /** Sent at once: the container would put its own login or challenge in place of ours. */
  private static AuthenticationStatus sent(HttpServletResponse response) {
    try {
      response.flushBuffer();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return AuthenticationStatus.SEND_CONTINUE;
  }

  private static AuthenticationStatus redirect(
      String target, HttpServletRequest request, HttpServletResponse response) {
    SecurityHeaders.add(RequestPath.of(request), response);
    Redirection.to(target, request, response);
    return sent(response);
  }

  private static AuthenticationStatus unauthorized(String path, HttpServletResponse response) {
    // A refused request never reaches the filters.
    SecurityHeaders.add(path, response);
    response.setHeader("WWW-Authenticate", "Bearer");
    Problem.write(response, HttpServletResponse.SC_UNAUTHORIZED);
    return sent(response);
  }

  private static Optional<String> key(HttpServletRequest request) {
    return Optional.ofNullable(request.getHeader("Authorization"))
        .filter(header -> header.regionMatches(true, 0, BEARER, 0, BEARER.length()))
        .map(header -> header.substring(BEARER.length()).strip());
  }
}
