package org.countermand.portal.agent;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PagingTest {

  @Test
  void the_last_page_ends_with_the_last_row() {
    Paging paging = new Paging(3, 25, 51);

    assertThat(paging.pages()).isEqualTo(3);
    assertThat(paging.first()).isEqualTo(51);
    assertThat(paging.last()).isEqualTo(51);
  }

  @Test
  void a_full_page_has_no_empty_page_behind_it() {
    assertThat(new Paging(1, 25, 50).pages()).isEqualTo(2);
  }

  @Test
  void an_empty_list_has_one_page_and_no_first_row() {
    Paging paging = new Paging(1, 25, 0);

    assertThat(paging.pages()).isEqualTo(1);
    assertThat(paging.first()).isZero();
    assertThat(paging.last()).isZero();
    assertThat(paging.shown()).containsExactly(1);
  }

  @Test
  void pages_far_away_are_left_out() {
    assertThat(new Paging(10, 25, 500).shown()).containsExactly(1, 0, 8, 9, 10, 11, 12, 0, 20);
    assertThat(new Paging(1, 25, 100).shown()).containsExactly(1, 2, 3, 4);
  }
}
