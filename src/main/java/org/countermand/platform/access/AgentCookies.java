package org.countermand.platform.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.countermand.kernel.Digest;

/**
 * Remembers in the browser who has logged in, for a working day of eight hours. The account is read
 * again at every request, so that disabling it, or giving it a new password, ends its logins at
 * once.
 */
@ApplicationScoped
class AgentCookies {

  static final String NAME = "cm-agent";
  static final Duration VALIDITY = Duration.ofHours(8);

  private static final String PURPOSE = "agent";

  @Inject Tokens tokens;
  @Inject Secrets secrets;
  @Inject Cookies cookies;
  @Inject AgentAccounts accounts;

  void issue(HttpServletResponse response, AgentAccount account) {
    String token = tokens.sign(PURPOSE, VALIDITY, account.id(), stamp(account));
    cookies.set(response, NAME, token);
  }

  Optional<AgentAccount> read(HttpServletRequest request) {
    return Cookies.read(request, NAME)
        .flatMap(token -> tokens.verify(PURPOSE, token))
        .flatMap(this::account);
  }

  void clear(HttpServletResponse response) {
    cookies.clear(response, NAME);
  }

  private Optional<AgentAccount> account(List<String> fields) {
    if (fields.size() != 2) {
      return Optional.empty();
    }
    return accounts
        .byId(fields.get(0))
        .filter(account -> !account.disabled())
        .filter(account -> Digest.same(stamp(account), fields.get(1)));
  }

  /** Changes with the password and says nothing about it. */
  private String stamp(AgentAccount account) {
    return Digest.hmacHex(secrets.key("agent-stamp"), account.passwordHash()).substring(0, 32);
  }
}
