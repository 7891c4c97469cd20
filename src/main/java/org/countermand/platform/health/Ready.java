package org.countermand.platform.health;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.countermand.platform.Node;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** The tables are up to date, and this node holds its lifeline to the database. */
@Readiness
@ApplicationScoped
public class Ready implements HealthCheck {

  @Inject private Node node;

  @Override
  public HealthCheckResponse call() {
    try {
      return HealthCheckResponse.named("database").up().withData("node", node.number()).build();
    } catch (RuntimeException e) {
      return HealthCheckResponse.down("database");
    }
  }
}
