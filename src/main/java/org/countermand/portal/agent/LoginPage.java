package org.countermand.portal.agent;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.countermand.kernel.Actor;
import org.countermand.kernel.Decision;
import org.countermand.kernel.ReasonCode;
import org.countermand.platform.access.AgentLogin;
import org.countermand.platform.access.ReturnPath;

/**
 * Lets an agent in and takes him where he wanted to go. An unknown name and a wrong password get
 * the same answer.
 */
@Named("officeLogin")
@RequestScoped
public class LoginPage {

  private static final String FIRST_PAGE = "/agent/index.xhtml";

  @Inject AgentLogin login;
  @Inject Surroundings surroundings;
  @Inject Wording wording;

  private String user = "";
  private String password = "";

  public String getUser() {
    return user;
  }

  public void setUser(String user) {
    this.user = user;
  }

  /** Never sent back to the browser. */
  public String getPassword() {
    return "";
  }

  public void setPassword(String password) {
    this.password = password;
  }

  /** Where to go afterwards, as the address says. */
  public String getNext() {
    return surroundings.parameter("next");
  }

  public boolean isLoggedOut() {
    return surroundings.parameter("out").equals("1") && !surroundings.faces().isPostback();
  }

  public void enter() {
    ExternalContext external = surroundings.faces().getExternalContext();
    Decision<Actor.Agent> decision =
        login.login(
            user,
            password.toCharArray(),
            (HttpServletRequest) external.getRequest(),
            (HttpServletResponse) external.getResponse());
    if (decision instanceof Decision.Refused<Actor.Agent> no) {
      boolean tooMany = no.findings().get(0).code() == ReasonCode.TOO_MANY_REQUESTS;
      surroundings.complain(wording.say(tooMany ? "agent.login.tooMany" : "agent.login.wrong"));
      return;
    }
    try {
      String target = ReturnPath.of(getNext()).orElse(FIRST_PAGE);
      external.redirect(external.getRequestContextPath() + target);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    surroundings.faces().responseComplete();
  }
}
