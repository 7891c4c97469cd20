package org.countermand.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CursorTest {

  private static final UUID ID = UUID.fromString("01900000-0000-7000-8000-00000000002a");

  private enum Column {
    RECEIVED,
    AMOUNT
  }

  @Test
  void a_moment_is_read_as_it_was_written_to_the_microsecond() {
    Cursor cursor = Cursor.at(Instant.parse("2026-03-01T10:15:30.123456Z"), ID);

    Cursor read = Cursor.read(cursor.word(Column.RECEIVED, false), Column.RECEIVED, false).get();

    assertThat(read).isEqualTo(cursor);
    assertThat(read.moment()).isEqualTo("2026-03-01T10:15:30.123456Z");
  }

  @Test
  void an_amount_keeps_its_currency_and_the_side_it_is_seen_from() {
    Cursor cursor = Cursor.at(Money.of(-1999, "EUR"), ID).turned();

    assertThat(Cursor.read(cursor.word(Column.AMOUNT, true), Column.AMOUNT, true))
        .contains(new Cursor(true, "EUR", -1999, ID));
  }

  @Test
  void a_place_in_one_order_is_none_in_another() {
    String word = Cursor.at(Instant.EPOCH, ID).word(Column.RECEIVED, false);

    assertThat(Cursor.read(word, Column.RECEIVED, true)).isEmpty();
    assertThat(Cursor.read(word, Column.AMOUNT, false)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "RECEIVED->0",
        "RECEIVED->0/01900000-0000-7000-8000-00000000002",
        "RECEIVED->0/------------------------------------",
        "RECEIVED->999999999999999999/01900000-0000-7000-8000-00000000002a",
        "RECEIVED->-999999999999999999/01900000-0000-7000-8000-00000000002a",
        "RECEIVED->9999999999999999999/01900000-0000-7000-8000-00000000002a",
        "RECEIVED->1;DROP/01900000-0000-7000-8000-00000000002a",
      })
  void what_it_did_not_write_is_no_place(String plain) {
    String word = Base64.getUrlEncoder().encodeToString(plain.getBytes(StandardCharsets.US_ASCII));

    assertThat(Cursor.read(word, Column.RECEIVED, false)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"%", "not base64!", "\u0000", "ä", "AAAA"})
  void nor_is_what_cannot_be_read_at_all(String word) {
    assertThat(Cursor.read(word, Column.RECEIVED, false)).isEmpty();
    assertThat(Cursor.read(word.repeat(10_000), Column.RECEIVED, false)).isEmpty();
  }
}
