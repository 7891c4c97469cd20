package org.countermand.cancellation.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.countermand.eligibility.model.Effect;
import org.countermand.eligibility.model.Verdict;
import org.countermand.kernel.Actor;
import org.countermand.kernel.Ids;
import org.countermand.order.model.Ask;
import org.countermand.order.model.Order;
import org.countermand.order.model.TestOrders;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RecordedTest {

  private static final Instant NOW = Instant.parse("2026-11-25T10:00:00Z");

  private final Order order = TestOrders.anOrder().of(3, 3000, 0, 479).order();

  @ParameterizedTest
  @EnumSource
  void a_verdict_is_what_it_is_for_who_only_asks(Effect effect) {
    assertThat(recorded(new Basis.Declaration("Please cancel this.")).effect(verdict(effect)))
        .isEqualTo(effect);
  }

  @ParameterizedTest
  @EnumSource
  void nobody_reviews_what_the_shop_has_decided_and_a_refusal_stays_one(Effect effect) {
    assertThat(recorded(new Basis.MerchantDecision("goodwill")).effect(verdict(effect)))
        .isEqualTo(effect == Effect.REFUSE ? Effect.REFUSE : Effect.ALLOW);
  }

  private Recorded recorded(Basis basis) {
    List<Ask> asks = List.of(new Ask(order.lines().get(0).id(), 2));
    Request request =
        new Request(
            new Actor.Partner("shop", order.shop()),
            order.id(),
            Kind.CANCELLATION,
            asks,
            basis,
            "",
            "",
            "{}",
            Locale.ENGLISH,
            NOW);
    Cancellation received = Receiving.received(request, order, asks, Optional.empty(), "C-0000001");
    assertThat(received.asks()).isEqualTo(asks);
    return new Recorded(received, order, received.asks(), Optional.empty());
  }

  private Verdict verdict(Effect effect) {
    return new Verdict(order.id(), Ids.next(), NOW, effect, List.of());
  }
}
