package org.countermand.cancellation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.countermand.cancellation.model.Pacing;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Reads the pace of the process from the installation's configuration. */
@ApplicationScoped
public class PacingSource {

  @Inject
  @ConfigProperty(name = "countermand.pace.deadline", defaultValue = "PT90S")
  private Duration deadline;

  @Inject
  @ConfigProperty(name = "countermand.pace.quiet", defaultValue = "PT30S")
  private Duration quiet;

  @Inject
  @ConfigProperty(name = "countermand.pace.patience", defaultValue = "PT10M")
  private Duration patience;

  /** Stripe keeps keys for at least 24 hours; an hour of doubt is left. */
  @Inject
  @ConfigProperty(name = "countermand.pace.key-lifetime", defaultValue = "PT23H")
  private Duration keyLifetime;

  @Produces
  @Singleton
  Pacing pacing() {
    return new Pacing(deadline, quiet, patience, keyLifetime);
  }
}
