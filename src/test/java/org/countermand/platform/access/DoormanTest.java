package org.countermand.platform.access;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.servlet.http.Cookie;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.countermand.kernel.Action;
import org.countermand.kernel.Actor;
import org.countermand.kernel.Decision;
import org.countermand.kernel.ReasonCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class DoormanTest {

  private static final UUID ORDER = new UUID(7, 7);
  private static final String HASH = PasswordHash.of("secret".toCharArray(), 1000);

  private AccessDatabase database;

  private final SetClock clock = new SetClock();
  private final Secrets secrets = Keys.secrets(1);
  private final RateLimits limits = new RateLimits();
  private final AgentLogin login = new AgentLogin();
  private final GuestCookies guests = new GuestCookies();
  private final Doorman doorman = new Doorman();

  @BeforeEach
  void wire() throws Exception {
    database = AccessDatabase.shared().emptied();
    database.asOwner(
        "INSERT INTO agent_account VALUES ('agent-1', 'Anna', '%s', 'linden', 'CLERK', false)"
            .formatted(HASH));
    database.asOwner(
        "INSERT INTO partner_key VALUES ('partner-1', '%s', 'linden', 'Shop', false)"
            .formatted(PartnerKeys.digest("key-1")));
    limits.database = database.application();
    limits.secrets = secrets;
    limits.clock = clock;
    limits.sweeping = new SetSweeping();
    AgentCookies agents = new AgentCookies();
    agents.tokens = Keys.tokens(secrets, clock);
    agents.secrets = secrets;
    agents.cookies = new Cookies();
    agents.accounts = new AgentAccounts();
    agents.accounts.database = database.application();
    guests.tokens = agents.tokens;
    guests.cookies = agents.cookies;
    login.accounts = agents.accounts;
    login.cookies = agents;
    login.limits = limits;
    doorman.agents = agents;
    doorman.guests = guests;
    doorman.partners = new PartnerKeys();
    doorman.partners.database = database.application();
    doorman.current = new CurrentActor();
  }

  @Nested
  class An_agent {

    private final Exchange page = new Exchange("POST", "/agent/login.xhtml", Map.of());

    @Test
    void comes_in_by_name_and_password_and_is_known_from_then_on() {
      assertThat(logIn("anna", "secret")).isInstanceOf(Decision.Accepted.class);
      Exchange desk = page.then("GET", "/agent/desk.xhtml");
      assertThat(knock(desk)).isEqualTo(AuthenticationStatus.SUCCESS);
      assertThat(doorman.current.require())
          .isEqualTo(new Actor.Agent("agent-1", "linden", Action.OF_CLERKS));
    }

    @Test
    void has_a_cookie_that_no_script_reads_and_no_other_site_sends() {
      login.cookies.cookies.secure = true;
      logIn("Anna", "secret");
      Cookie cookie = page.setCookie("cm-agent");
      assertThat(cookie.isHttpOnly()).isTrue();
      assertThat(cookie.getSecure()).isTrue();
      assertThat(cookie.getPath()).isEqualTo("/");
      assertThat(cookie.getAttribute("SameSite")).isEqualTo("Lax");
    }

    @Test
    void is_not_told_what_was_wrong() throws Exception {
      Decision<Actor.Agent> no = Decision.no(ReasonCode.NOT_AUTHENTICATED);
      assertThat(logIn("anna", "wrong")).isEqualTo(no);
      assertThat(logIn("nobody", "secret")).isEqualTo(no);
      assertThat(logIn("anna\0", "secret")).isEqualTo(no);
      database.asOwner("UPDATE agent_account SET disabled = true");
      assertThat(logIn("anna", "secret")).isEqualTo(no);
      assertThat(page.cookies()).isEmpty();
    }

    @Test
    void cannot_try_for_ever_however_the_name_is_written() {
      for (int i = 0; i < 10; i++) {
        limits.allow("login/name/anna", 10, Duration.ofMinutes(15));
      }
      assertThat(logIn("ANNA", "secret")).isEqualTo(Decision.no(ReasonCode.TOO_MANY_REQUESTS));
    }

    @Test
    void is_out_at_once_when_disabled() throws Exception {
      logIn("anna", "secret");
      database.asOwner("UPDATE agent_account SET disabled = true");
      assertThat(isSentToLogin(page.then("GET", "/agent/desk.xhtml"))).isTrue();
    }

    @Test
    void is_out_at_once_when_the_password_changes() throws Exception {
      logIn("anna", "secret");
      database.asOwner("UPDATE agent_account SET password_hash = 'another'");
      assertThat(isSentToLogin(page.then("GET", "/agent/desk.xhtml"))).isTrue();
    }

    @Test
    void is_out_after_eight_hours_and_after_logging_out() {
      logIn("anna", "secret");
      clock.advance(Duration.ofHours(8).minusSeconds(1));
      assertThat(isSentToLogin(page.then("GET", "/agent/desk.xhtml"))).isFalse();
      clock.advance(Duration.ofSeconds(1));
      assertThat(isSentToLogin(page.then("GET", "/agent/desk.xhtml"))).isTrue();
      login.logout(page.response());
      assertThat(page.cookies()).isEmpty();
    }

    @Test
    void is_nobody_to_the_programming_interface() {
      logIn("anna", "secret");
      Exchange call = page.then("GET", "/api/v1/orders");
      assertThat(knock(call)).isEqualTo(AuthenticationStatus.SEND_CONTINUE);
      assertThat(call.status()).isEqualTo(401);
      assertThat(doorman.current.get()).isEmpty();
    }

    private Decision<Actor.Agent> logIn(String name, String password) {
      return login.login(name, password.toCharArray(), page.request(), page.response());
    }
  }

  @Nested
  class A_partner {

    @Test
    void is_known_by_the_key() {
      Exchange call = call("/api/v1/orders", "Bearer key-1");
      assertThat(knock(call)).isEqualTo(AuthenticationStatus.SUCCESS);
      assertThat(doorman.current.require()).isEqualTo(new Actor.Partner("partner-1", "linden"));
    }

    @Test
    void is_refused_with_a_problem_document_for_any_other_key() throws Exception {
      for (String header : List.of("Bearer key-2", "Bearer ", "Basic key-1", "key-1")) {
        Exchange call = call("/api/v1/orders", header);
        assertThat(knock(call)).isEqualTo(AuthenticationStatus.SEND_CONTINUE);
        assertThat(call.status()).isEqualTo(401);
        assertThat(call.answered())
            .containsEntry("Content-Type", "application/problem+json")
            .containsEntry("WWW-Authenticate", "Bearer");
        assertThat(call.body()).contains("\"code\":\"NOT_AUTHENTICATED\"");
      }
      database.asOwner("UPDATE partner_key SET disabled = true");
      knock(call("/api/v1/orders", "Bearer key-1"));
      assertThat(doorman.current.get()).isEmpty();
    }

    @Test
    void is_nobody_in_the_office() {
      assertThat(isSentToLogin(call("/agent/desk.xhtml", "Bearer key-1"))).isTrue();
    }

    private Exchange call(String path, String authorization) {
      return new Exchange("GET", path, Map.of("Authorization", authorization));
    }
  }

  @Nested
  class A_customer {

    private final Exchange find = new Exchange("POST", "/customer/find.xhtml", Map.of());

    @Test
    void is_let_in_to_one_order_for_as_long_as_he_keeps_coming() {
      guests.issue(find.response(), new Grant(ORDER, "linden"));
      Exchange first = find.then("GET", "/customer/order.xhtml");
      clock.advance(Duration.ofMinutes(29));
      assertThat(knock(first)).isEqualTo(AuthenticationStatus.SUCCESS);
      assertThat(doorman.current.require()).isEqualTo(new Actor.Customer(ORDER, "linden"));
      clock.advance(Duration.ofMinutes(29));
      Exchange second = first.then("GET", "/customer/status.xhtml");
      assertThat(knock(second)).isEqualTo(AuthenticationStatus.SUCCESS);
      clock.advance(Duration.ofMinutes(30));
      Exchange late = second.then("GET", "/customer/order.xhtml");
      knock(late);
      assertThat(late.status()).isEqualTo(302);
      assertThat(late.answered()).containsEntry("Location", "/");
    }

    @Test
    void is_nobody_in_the_office_with_an_agents_cookie_made_of_his_own() {
      guests.issue(find.response(), new Grant(ORDER, "linden"));
      Exchange forged = new Exchange("GET", "/agent/desk.xhtml", Map.of());
      forged.cookie("cm-agent", find.cookies().get("cm-guest"));
      assertThat(isSentToLogin(forged)).isTrue();
    }

    @Test
    void is_redirected_by_a_script_in_the_scripts_own_language() {
      Exchange ajax =
          new Exchange("POST", "/customer/order.xhtml", Map.of("Faces-Request", "partial/ajax"));
      knock(ajax);
      assertThat(ajax.body()).contains("<partial-response><redirect url=\"/\"/>");
    }
  }

  @Test
  void nobody_is_asked_for_on_the_street() {
    assertThat(knock(new Exchange("GET", "/customer/find.xhtml", Map.of())))
        .isEqualTo(AuthenticationStatus.NOT_DONE);
  }

  private AuthenticationStatus knock(Exchange exchange) {
    doorman.current = new CurrentActor();
    HttpMessageContext context =
        (HttpMessageContext)
            Proxy.newProxyInstance(
                HttpMessageContext.class.getClassLoader(),
                new Class<?>[] {HttpMessageContext.class},
                (proxy, method, arguments) ->
                    switch (method.getName()) {
                      case "notifyContainerAboutLogin" -> AuthenticationStatus.SUCCESS;
                      case "doNothing" -> AuthenticationStatus.NOT_DONE;
                      default -> throw new UnsupportedOperationException(method.getName());
                    });
    return doorman.validateRequest(exchange.request(), exchange.response(), context);
  }

  private boolean isSentToLogin(Exchange exchange) {
    knock(exchange);
    return exchange.status() == 302
        && exchange.answered().get("Location").startsWith("/agent/login.xhtml");
  }
}
