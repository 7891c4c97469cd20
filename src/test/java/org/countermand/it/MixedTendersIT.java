package org.countermand.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.countermand.sandbox.SharedWorld;
import org.countermand.sandbox.World;
import org.countermand.sandbox.payment.PaymentServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Several tenders an order, on two nodes, while one call in ten to the payment server fails. */
class MixedTendersIT {

  private static final int OPERATIONS = 30;
  private static final int CALLERS = 4;
  private static final Duration END = Duration.ofMinutes(3);

  private final World world = SharedWorld.get();

  @AfterEach
  void forgetFaults() {
    world.party(PaymentServer.class).faults().clear();
  }

  @Test
  void whatever_the_payment_server_answers_every_part_goes_back_once_on_its_own_tender()
      throws Exception {
    Ordeal.revive(world);
    Mixture.disturb(world, 1);
    try (Mixture mixture = new Mixture(world, "MIXED", CALLERS)) {
      mixture.release(OPERATIONS);
      List<Mixture.Asked> asked = mixture.all();
      mixture.await(END);
      assertThat(world.party(PaymentServer.class).faults().fired()).isPositive();
      assertThat(mixture.differences(asked)).isEmpty();
    }
  }
}
