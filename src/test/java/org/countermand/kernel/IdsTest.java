package org.countermand.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class IdsTest {

  @Test
  void are_version_seven_of_the_right_variant_and_never_repeat() {
    Set<UUID> seen = new HashSet<>();
    for (int i = 0; i < 10_000; i++) {
      UUID id = Ids.next();
      assertThat(id.version()).isEqualTo(7);
      assertThat(id.variant()).isEqualTo(2);
      assertThat(seen.add(id)).isTrue();
    }
  }

  @Test
  void sort_by_the_time_of_their_making() throws InterruptedException {
    String earlier = Ids.next().toString();
    Thread.sleep(3);
    assertThat(Ids.next().toString()).isGreaterThan(earlier);
  }
}
