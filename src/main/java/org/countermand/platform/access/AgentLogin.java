package org.countermand.platform.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.countermand.kernel.Actor;
import org.countermand.kernel.Decision;
import org.countermand.kernel.ReasonCode;

/** Lets agents in by user name and password, and out again. */
@ApplicationScoped
public class AgentLogin {

  private static final Duration WINDOW = Duration.ofMinutes(15);
  private static final int TRIES_PER_NAME = 10;

  /** An office sits behind one address. */
  private static final int TRIES_PER_ADDRESS = 100;

  @Inject AgentAccounts accounts;
  @Inject AgentCookies cookies;
  @Inject RateLimits limits;

  /**
   * Checks the password and, if it is right, adds the login's cookie to the response; the browser
   * is known from its next request on.
   *
   * @return the agent; or {@code NOT_AUTHENTICATED} for an unknown name, a wrong password and a
   *     disabled account alike, after the same work; or {@code TOO_MANY_REQUESTS}, before any
   */
  public Decision<Actor.Agent> login(
      String name, char[] password, HttpServletRequest request, HttpServletResponse response) {
    boolean allowed =
        limits.allow("login/address/" + request.getRemoteAddr(), TRIES_PER_ADDRESS, WINDOW)
            && limits.allow("login/name/" + name.toLowerCase(Locale.ROOT), TRIES_PER_NAME, WINDOW);
    if (!allowed) {
      return Decision.no(ReasonCode.TOO_MANY_REQUESTS);
    }
    Optional<AgentAccount> account = accounts.byName(name);
    String stored = account.map(AgentAccount::passwordHash).orElse(PasswordHash.OF_NOBODY);
    boolean right = PasswordHash.matches(password, stored);
    Optional<AgentAccount> known = account.filter(found -> right && !found.disabled());
    if (known.isEmpty()) {
      return Decision.no(ReasonCode.NOT_AUTHENTICATED);
    }
    cookies.issue(response, known.get());
    return Decision.yes(known.get().actor());
  }

  /** Forgets the login in this browser. */
  public void logout(HttpServletResponse response) {
    cookies.clear(response);
  }
}
