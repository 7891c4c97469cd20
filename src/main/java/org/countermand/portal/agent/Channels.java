package org.countermand.portal.agent;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.countermand.kernel.Actor;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Where orders come from, for an agent who has only the number that the buyer knows. Configured as
 * {@code countermand.office.channels}: {@code shop/channel}, apart by commas.
 */
@Named("officeChannels")
@RequestScoped
public class Channels {

  @Inject
  @ConfigProperty(
      name = "countermand.office.channels",
      defaultValue = "retail/retail-csv,linden/web")
  List<String> configured;

  @Inject Office office;

  /** Those of the agent's shop. */
  public List<String> getAll() {
    String shop = office.actor().shop();
    return configured.stream()
        .map(String::strip)
        .filter(entry -> entry.indexOf('/') > 0)
        .filter(entry -> shop.equals(Actor.EVERY_SHOP) || entry.startsWith(shop + "/"))
        .toList();
  }
}
