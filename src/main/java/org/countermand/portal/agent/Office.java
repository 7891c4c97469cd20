package org.countermand.portal.agent;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletResponse;
import org.countermand.kernel.Action;
import org.countermand.kernel.Actor;
import org.countermand.platform.access.AgentLogin;
import org.countermand.platform.access.CurrentActor;

/**
 * Who sits in the back office and what he is shown there. Hiding what he may not do is a courtesy;
 * the doors refuse it all the same.
 */
@Named("office")
@RequestScoped
public class Office {

  @Inject CurrentActor current;
  @Inject AgentLogin login;
  @Inject Surroundings surroundings;

  public Actor actor() {
    return current.require();
  }

  public String getActorId() {
    return actor().id();
  }

  /** Whether the actor may do this at all, by the action's name. */
  public boolean may(String action) {
    return actor().permissions().contains(Action.valueOf(action));
  }

  /** Ends the login in this browser. */
  public String logout() {
    login.logout((HttpServletResponse) surroundings.faces().getExternalContext().getResponse());
    return "/agent/login.xhtml?faces-redirect=true&out=1";
  }
}
