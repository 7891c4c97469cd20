package org.countermand.portal.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.countermand.cancellation.model.Search;
import org.countermand.cancellation.model.State;
import org.junit.jupiter.api.Test;

class ListQueryTest {

  private static ListQuery of(Map<String, String> parameters) {
    return ListQuery.of(name -> parameters.getOrDefault(name, ""));
  }

  @Test
  void an_address_without_parameters_shows_the_latest_first() {
    Search search = of(Map.of()).search("agent-ana");

    assertThat(search.sort()).isEqualTo(Search.Sort.RECEIVED);
    assertThat(search.ascending()).isFalse();
    assertThat(search.state()).isEmpty();
    assertThat(search.offset()).isZero();
    assertThat(search.limit()).isEqualTo(25);
  }

  @Test
  void what_an_address_says_is_said_again_by_its_own_links() {
    Map<String, String> said =
        Map.of(
            "state",
            "IN_REVIEW",
            "person",
            "1",
            "owner",
            "MINE",
            "text",
            "C-42 & more",
            "sort",
            "AMOUNT",
            "way",
            "asc",
            "page",
            "3");

    ListQuery query = of(said);

    assertThat(query.parameters()).isEqualTo(said);
    assertThat(query.search("agent-ana").state()).contains(State.IN_REVIEW);
    assertThat(query.search("agent-ana").offset()).isEqualTo(50);
  }

  @Test
  void mine_is_what_the_agent_has_who_asks_and_nobodys_is_what_is_free() {
    assertThat(of(Map.of("owner", "MINE")).search("agent-ana").owner()).contains("agent-ana");
    assertThat(of(Map.of("owner", "NOBODY")).search("agent-ana").owner()).contains("");
    assertThat(of(Map.of("person", "1")).search("agent-ana").owner()).isEmpty();
    assertThat(of(Map.of("owner", "agent-ben")).search("agent-ana").owner()).isEmpty();
  }

  @Test
  void who_asks_whose_work_items_asks_for_what_needs_a_person() {
    assertThat(of(Map.of("owner", "NOBODY")).search("agent-ana").needsPerson()).isTrue();
  }

  @Test
  void nonsense_in_an_address_is_read_as_nothing() {
    ListQuery query =
        of(
            Map.of(
                "state",
                "GONE",
                "sort",
                "1; DROP",
                "page",
                "-7",
                "way",
                "up",
                "text",
                "x".repeat(5_000)));

    assertThat(query.state()).isEmpty();
    assertThat(query.sort()).isEqualTo(Search.Sort.RECEIVED);
    assertThat(query.page()).isEqualTo(1);
    assertThat(query.text()).hasSize(100);
  }

  @Test
  void the_largest_page_does_not_overflow_into_negative_rows() {
    assertThat(of(Map.of("page", "9999999")).search("agent-ana").offset()).isPositive();
  }

  @Test
  void the_sorted_column_turns_round_and_another_one_begins_at_the_first_page() {
    ListQuery query = of(Map.of("page", "4"));

    assertThat(query.sortedBy(Search.Sort.RECEIVED).ascending()).isTrue();
    assertThat(query.sortedBy(Search.Sort.AMOUNT).ascending()).isFalse();
    assertThat(query.sortedBy(Search.Sort.AMOUNT).page()).isEqualTo(1);
  }

  @Test
  void parameters_are_encoded_and_empty_ones_left_out() {
    assertThat(Surroundings.query(Map.of("text", "a&b=c d", "state", "")))
        .isEqualTo("?text=a%26b%3Dc+d");
  }
}
