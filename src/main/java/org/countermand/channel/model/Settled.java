package org.countermand.channel.model;

import java.util.Optional;
import java.util.UUID;

/**
 * What became of a channel's request.
 *
 * @param cancellationId the cancellation, empty if it was refused
 * @param outcome {@link #CREATED}, {@link #EXISTING}, or the reason of the refusal
 */
public record Settled(UUID requestId, Optional<UUID> cancellationId, String outcome) {

  public static final String CREATED = "CREATED";
  public static final String EXISTING = "EXISTING";

  public boolean isCreated() {
    return outcome.equals(CREATED);
  }
}
