package org.countermand.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SliceTest {

  private static final int SIZE = 3;

  private final List<Integer> all = IntStream.rangeClosed(1, 8).boxed().toList();

  private static Cursor place(int row) {
    return Cursor.at(Instant.ofEpochSecond(row), new UUID(0, row));
  }

  /** Reads as a database does: from the cursor on, in the direction in which it looks. */
  private Slice<Integer> read(Optional<Cursor> from) {
    boolean backward = from.filter(Cursor::before).isPresent();
    List<Integer> sorted = new ArrayList<>(all);
    if (backward) {
      Collections.reverse(sorted);
    }
    int edge = from.map(cursor -> (int) cursor.id().getLeastSignificantBits()).orElse(0);
    List<Integer> read =
        sorted.stream().filter(row -> backward ? row < edge : row > edge).limit(SIZE + 1).toList();
    return Slice.of(read, SIZE, from, SliceTest::place);
  }

  @Test
  void pages_follow_one_another_without_gap_or_repeat_and_back_again() {
    Slice<Integer> first = read(Optional.empty());
    Slice<Integer> second = read(first.next());
    Slice<Integer> third = read(second.next());

    assertThat(first.rows()).containsExactly(1, 2, 3);
    assertThat(first.previous()).isEmpty();
    assertThat(second.rows()).containsExactly(4, 5, 6);
    assertThat(third.rows()).containsExactly(7, 8);
    assertThat(third.next()).isEmpty();
    assertThat(read(third.previous())).isEqualTo(second);
    assertThat(read(second.previous()).rows()).containsExactly(1, 2, 3);
    assertThat(read(second.previous()).previous()).isEmpty();
  }

  @Test
  void only_a_list_that_fits_on_one_page_is_complete() {
    assertThat(read(Optional.empty()).complete()).isFalse();
    assertThat(read(Optional.of(place(5))).complete()).isFalse();
    assertThat(Slice.of(List.of(1, 2, 3), SIZE, Optional.empty(), SliceTest::place).complete())
        .isTrue();
  }

  @Test
  void beyond_the_end_there_is_nothing() {
    assertThat(read(Optional.of(place(99)))).isEqualTo(Slice.empty());
  }
}
