package org.countermand.portal.customer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.countermand.kernel.Actor;
import org.countermand.kernel.Ids;
import org.countermand.order.OrderService;
import org.countermand.order.model.GuestOrder;
import org.countermand.order.model.Order;
import org.countermand.order.model.TestOrders;
import org.countermand.outbox.OutboxService;
import org.countermand.outbox.model.Event;
import org.countermand.outbox.model.EventType;
import org.countermand.platform.access.AccessCodes;
import org.countermand.platform.access.RateLimits;
import org.junit.jupiter.api.Test;

class GuestAccessTest {

  private final Order order = TestOrders.anOrder().of(1, 1000, 0, 160).order();
  private final List<Optional<UUID>> opened = new ArrayList<>();
  private final List<Event> posted = new ArrayList<>();
  private boolean within = true;

  @Test
  void the_right_pair_opens_a_challenge_for_its_order_and_asks_for_a_letter() {
    UUID challenge = access().ask("L-1", "ana@example.org");

    assertThat(opened).containsExactly(Optional.of(order.id()));
    assertThat(posted).singleElement().extracting(Event::subjectId).isEqualTo(challenge);
    assertThat(posted.get(0).orderId()).isEqualTo(order.id());
    assertThat(posted.get(0).type()).isEqualTo(EventType.ACCESS_CODE_ASKED);
  }

  @Test
  void a_wrong_pair_does_the_same_work_for_no_order() {
    access().ask("L-1", "somebody@example.org");

    assertThat(opened).containsExactly(Optional.empty());
    assertThat(posted).singleElement().extracting(Event::orderId).isEqualTo(new UUID(0, 0));
  }

  @Test
  void a_mailbox_that_had_enough_letters_gets_no_more_and_nobody_is_told() {
    within = false;

    access().ask("L-1", "ana@example.org");

    assertThat(opened).containsExactly(Optional.empty());
    assertThat(posted).hasSize(1);
  }

  @Test
  void what_is_posted_holds_no_personal_data() {
    access().ask("L-1", "ana@example.org");

    assertThat(posted.get(0).facts()).isEmpty();
  }

  @Test
  void tries_are_counted_by_household() {
    assertThat(Visitor.network("192.0.2.7")).isEqualTo("192.0.2.7");
    assertThat(Visitor.network("2001:db8:1:2::7"))
        .isEqualTo(Visitor.network("2001:db8:1:2:ffff::1"))
        .isNotEqualTo(Visitor.network("2001:db8:1:3::7"));
  }

  private GuestAccess access() {
    GuestAccess access = new GuestAccess();
    access.clock = new Desk(order).clock();
    access.orders =
        new OrderService() {
          @Override
          public Optional<GuestOrder> findForGuest(Actor actor, String number, String email) {
            return Optional.of(order)
                .filter(o -> o.channelNumber().equals(number) && o.buyer().email().equals(email))
                .map(o -> new GuestOrder(o.id(), o.shop()));
          }
        };
    access.codes =
        new AccessCodes() {
          @Override
          public UUID open(Optional<UUID> orderId, String shop) {
            opened.add(orderId);
            return Ids.next();
          }
        };
    access.limits =
        new RateLimits() {
          @Override
          public boolean allow(String bucket, int limit, Duration window) {
            return within;
          }
        };
    access.outbox =
        new OutboxService() {
          @Override
          public void post(Actor actor, Event event) {
            posted.add(event);
          }
        };
    return access;
  }
}
