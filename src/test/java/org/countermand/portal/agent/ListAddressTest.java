package org.countermand.portal.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.countermand.cancellation.model.Search;
import org.countermand.cancellation.model.State;
import org.countermand.kernel.Cursor;
import org.countermand.kernel.Period;
import org.countermand.kernel.SearchText;
import org.countermand.order.model.ShopChannel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ListAddressTest {

  private static final Function<LocalDate, Instant> UTC =
      day -> day.atStartOfDay(ZoneOffset.UTC).toInstant();
  private static final ShopChannel WEB = new ShopChannel("linden", "web");
  private static final Cursor CURSOR = Cursor.at(Instant.EPOCH, new UUID(0, 1));

  private static ListAddress of(Map<String, String> parameters) {
    return new ListAddress(
        name -> parameters.getOrDefault(name, ""), "text", "state", "channel", "from", "to");
  }

  @Test
  void an_address_that_says_nothing_leaves_nothing_out() {
    ListAddress address = of(Map.of());

    assertThat(address.text()).isEmpty();
    assertThat(address.constant("state", State.values())).isEmpty();
    assertThat(address.source(List.of(WEB))).isEmpty();
    assertThat(address.period(UTC)).isEqualTo(Period.ALWAYS);
    assertThat(address.place(Search.Sort.RECEIVED)).isEmpty();
    assertThat(address.ascending()).isFalse();
    assertThat(address.isNarrowed()).isFalse();
    assertThat(address.isClear()).isTrue();
  }

  @Test
  void what_an_address_says_is_read() {
    ListAddress address =
        of(
            Map.of(
                "text", "Keller",
                "state", "IN_REVIEW",
                "channel", "linden/web",
                "from", "2026-02-28",
                "to", "2026-02-28",
                "way", "asc",
                "at", CURSOR.word(Search.Sort.AMOUNT, true)));

    assertThat(address.text()).contains(new SearchText("Keller"));
    assertThat(address.constant("state", State.values())).contains(State.IN_REVIEW);
    assertThat(address.source(List.of(WEB))).contains(WEB);
    assertThat(address.period(UTC).from()).contains(Instant.parse("2026-02-28T00:00:00Z"));
    assertThat(address.period(UTC).until()).contains(Instant.parse("2026-03-01T00:00:00Z"));
    assertThat(address.place(Search.Sort.AMOUNT)).contains(CURSOR);
    assertThat(address.isNarrowed()).isTrue();
    assertThat(address.isClear()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "text, %%%",
    "state, GONE",
    "state, in_review",
    "channel, elsewhere/web",
    "from, yesterday",
    "from, 2026-02-30",
    "from, 0000-01-01",
    "to, +999999999-12-31",
    "sort, 1; DROP TABLE buyer",
  })
  void what_is_said_wrongly_is_complained_of(String name, String value) {
    ListAddress address = of(Map.of(name, value));

    readAll(address);

    assertThat(address.complaint(name)).isEqualTo("agent.filter." + name + ".invalid");
    assertThat(address.value(name)).isEqualTo(value);
    assertThat(address.isClear()).isFalse();
  }

  @Test
  void a_last_day_before_the_first_is_complained_of() {
    ListAddress address = of(Map.of("from", "2026-03-02", "to", "2026-03-01"));

    readAll(address);

    assertThat(address.complaint("to")).isEqualTo("agent.filter.to.invalid.order");
    assertThat(address.isClear()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"nonsense", "%00", "-1", "UkVDRUlWRUQ"})
  void without_a_place_the_list_is_still_clear(String word) {
    ListAddress address = of(Map.of("at", word));

    readAll(address);

    assertThat(address.complaint("at")).isEqualTo("agent.filter.at.invalid");
    assertThat(address.isClear()).isTrue();
  }

  @Test
  void the_sorted_column_turns_round_and_another_one_begins_at_the_first_page() {
    ListAddress address = of(Map.of("text", "Keller", "at", "somewhere"));

    assertThat(address.sortedBy("RECEIVED", Search.Sort.RECEIVED))
        .containsEntry("text", "Keller")
        .containsEntry("way", "asc")
        .containsEntry("at", "");
    assertThat(address.sortedBy("AMOUNT", Search.Sort.RECEIVED))
        .containsEntry("sort", "AMOUNT")
        .containsEntry("way", "");
  }

  @Test
  void another_page_says_all_that_this_one_says() {
    ListAddress address = of(Map.of("state", "REFUSED", "way", "asc"));

    assertThat(address.at(CURSOR, Search.Sort.RECEIVED))
        .containsEntry("state", "REFUSED")
        .containsEntry("way", "asc")
        .containsEntry("at", CURSOR.word(Search.Sort.RECEIVED, true));
  }

  @Test
  void parameters_are_encoded_and_empty_ones_left_out() {
    assertThat(Surroundings.query(Map.of("text", "a&b=c d", "state", "")))
        .isEqualTo("?text=a%26b%3Dc+d");
  }

  @Test
  void a_shop_with_several_channels_can_be_chosen_whole() {
    ShopChannel file = new ShopChannel("linden", "file");
    ShopChannel retail = new ShopChannel("retail", "retail-csv");

    assertThat(Sources.withShops(List.of(file, WEB, retail)).stream().map(ShopChannel::name))
        .containsExactly("linden", "linden/file", "linden/web", "retail/retail-csv");
  }

  private static void readAll(ListAddress address) {
    address.text();
    address.constant("state", State.values());
    address.constant("sort", Search.Sort.values());
    address.source(List.of(WEB));
    address.period(UTC);
    address.place(Search.Sort.RECEIVED);
  }
}
