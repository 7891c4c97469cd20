package org.countermand.payment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.countermand.payment.model.PayoutPacing;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Reads the pace of payouts from the installation's configuration. */
@ApplicationScoped
public class PayoutPacingSource {

  @Inject
  @ConfigProperty(name = "countermand.pace.deadline", defaultValue = "PT90S")
  private Duration deadline;

  @Inject
  @ConfigProperty(name = "countermand.pace.key-lifetime", defaultValue = "PT23H")
  private Duration keyLifetime;

  @Inject
  @ConfigProperty(name = "countermand.pace.returns", defaultValue = "PT6H")
  private Duration returns;

  @Produces
  @Singleton
  PayoutPacing pacing() {
    return new PayoutPacing(deadline, keyLifetime, returns);
  }
}
