package org.countermand.audit.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.countermand.kernel.Digest;
import org.countermand.kernel.Ids;
import org.junit.jupiter.api.Test;

class LeafTest {

  @Test
  void each_leaf_is_chained_over_the_one_before() {
    Leaf first = Leaf.next(1, Ids.next(), "one", Leaf.ROOT);
    Leaf second = Leaf.next(2, Ids.next(), "two", first.chain());
    assertThat(first.chain()).isEqualTo(Digest.sha256(Leaf.ROOT + Digest.sha256("one")));
    assertThat(second.chain()).isEqualTo(Digest.sha256(first.chain() + Digest.sha256("two")));
  }

  @Test
  void a_changed_entry_changes_every_leaf_after_it() {
    Leaf honest =
        Leaf.next(2, Ids.next(), "two", Leaf.next(1, Ids.next(), "one", Leaf.ROOT).chain());
    Leaf forged =
        Leaf.next(2, Ids.next(), "two", Leaf.next(1, Ids.next(), "uno", Leaf.ROOT).chain());
    assertThat(forged.chain()).isNotEqualTo(honest.chain());
  }
}
