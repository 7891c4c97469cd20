package org.countermand.platform.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Makes and reads the token of the link in an order confirmation, which lets its holder in without
 * a code. Valid for {@code countermand.order-link.validity} (ISO 8601, 400 days unless configured:
 * longer than a right of withdrawal that was never explained).
 */
@ApplicationScoped
public class OrderLinks {

  private static final String PURPOSE = "order-link";

  @Inject Tokens tokens;

  @Inject
  @ConfigProperty(name = "countermand.order-link.validity", defaultValue = "P400D")
  Duration validity;

  /** The token to put into a link to this order; safe in a URL as it is. */
  public String token(UUID orderId, String shop) {
    return tokens.sign(PURPOSE, validity, new Grant(orderId, shop).fields());
  }

  /** The order that a link's token opens, or nothing for any token that opens none. */
  public Optional<Grant> parse(String token) {
    return tokens.verify(PURPOSE, token).flatMap(Grant::of);
  }
}
