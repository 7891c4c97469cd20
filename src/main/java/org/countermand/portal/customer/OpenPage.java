package org.countermand.portal.customer;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.annotation.RequestParameterMap;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Map;
import java.util.Optional;
import org.countermand.platform.access.Grant;
import org.countermand.platform.access.OrderLinks;

/**
 * Where the link of a letter leads: lets its holder in and goes on to the order, or to the
 * cancellation that the letter is about.
 */
@Named("customerOpen")
@RequestScoped
public class OpenPage {

  @Inject OrderLinks links;
  @Inject Visitor visitor;
  @Inject @RequestParameterMap Map<String, String> parameters;

  /** The next page; for a link that is forged, mangled or too old, the one to find an order. */
  public String arrive() {
    Optional<Grant> grant = links.parse(Parameters.text(parameters, "t"));
    grant.ifPresent(visitor::letIn);
    return grant.isPresent()
        ? Parameters.id(parameters, "c").map(Ways::status).orElseGet(Ways::order)
        : Ways.find(FindPage.Notice.LINK);
  }
}
