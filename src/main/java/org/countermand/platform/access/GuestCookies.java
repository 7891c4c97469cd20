package org.countermand.platform.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Optional;

/**
 * Remembers, in the browser and on every node, which order a customer has shown to be his. Ends
 * after 30 minutes without a request to a page of that order.
 */
@ApplicationScoped
public class GuestCookies {

  static final String NAME = "cm-guest";
  static final Duration IDLE = Duration.ofMinutes(30);

  private static final String PURPOSE = "guest";

  @Inject Tokens tokens;
  @Inject Cookies cookies;

  /** Lets the browser in, from the next request on; replaces the order it was let in for before. */
  public void issue(HttpServletResponse response, Grant grant) {
    cookies.set(response, NAME, tokens.sign(PURPOSE, IDLE, grant.fields()));
  }

  /** What the browser has been let in for, if it still is. */
  public Optional<Grant> read(HttpServletRequest request) {
    return Cookies.read(request, NAME)
        .flatMap(token -> tokens.verify(PURPOSE, token))
        .flatMap(Grant::of);
  }

  /** Forgets, as at a shared computer. */
  public void clear(HttpServletResponse response) {
    cookies.clear(response, NAME);
  }
}
