package org.countermand.platform.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OrderLinksTest {

  private final SetClock clock = new SetClock();
  private final OrderLinks links = new OrderLinks();
  private final UUID order = new UUID(7, 7);

  @BeforeEach
  void configure() {
    links.tokens = Keys.tokens(Keys.secrets(1), clock);
    links.validity = Duration.ofDays(400);
  }

  @Test
  void opens_the_order_it_was_made_for_for_400_days() {
    String token = links.token(order, "linden");
    clock.advance(Duration.ofDays(399));
    assertThat(links.parse(token)).contains(new Grant(order, "linden"));
    clock.advance(Duration.ofDays(1));
    assertThat(links.parse(token)).isEmpty();
  }

  @Test
  void a_guest_cookie_is_no_link() {
    String cookie = links.tokens.sign("guest", Duration.ofHours(1), order.toString(), "linden");
    assertThat(links.parse(cookie)).isEmpty();
  }
}
