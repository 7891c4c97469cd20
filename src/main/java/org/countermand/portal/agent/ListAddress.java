package org.countermand.portal.agent;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.countermand.kernel.Cursor;
import org.countermand.kernel.Period;
import org.countermand.kernel.SearchText;
import org.countermand.order.model.ShopChannel;

/**
 * What a list shows, as its address says it, so that a view can be bookmarked and handed on. What
 * an address says wrongly is not guessed at: it is complained of, in words that stand beside the
 * control which would have said it.
 */
final class ListAddress {

  static final int PAGE_SIZE = 25;

  /** Where the page begins; the only thing without which a list can still be shown. */
  private static final String PLACE = "at";

  private final List<String> filters;
  private final Map<String, String> said = new HashMap<>();
  private final Map<String, String> complaints = new HashMap<>();

  /**
   * Reads the parameters of an address.
   *
   * @param parameters an absent one is empty
   * @param filters the names of what leaves rows out
   */
  ListAddress(UnaryOperator<String> parameters, String... filters) {
    this.filters = List.of(filters);
    Stream.concat(this.filters.stream(), Stream.of("sort", "way", PLACE))
        .forEach(name -> said.put(name, parameters.apply(name)));
  }

  /** As it was said, to show it again; empty if it was not. */
  String value(String name) {
    return said.getOrDefault(name, "");
  }

  /** The key of the sentence that says what is wrong with a parameter, or empty. */
  String complaint(String name) {
    return complaints.getOrDefault(name, "");
  }

  /** Whether a parameter could be read, be it alone. */
  boolean isRead(String name) {
    return !complaint(name).equals(unreadable(name));
  }

  /** Whether it is clear what is to be shown, though perhaps not from where on. */
  boolean isClear() {
    return complaints.keySet().stream().allMatch(PLACE::equals);
  }

  /** Whether anything but a text leaves rows out. */
  boolean isNarrowed() {
    return filters.stream().anyMatch(name -> !name.equals("text") && !value(name).isEmpty());
  }

  Optional<SearchText> text() {
    return read("text", SearchText::of);
  }

  /** One of the sources that there are. */
  Optional<ShopChannel> source(List<ShopChannel> known) {
    return read(
        "channel", name -> known.stream().filter(one -> one.name().equals(name)).findFirst());
  }

  /** One of an enum's constants, by its name. */
  <E extends Enum<E>> Optional<E> constant(String name, E[] all) {
    return read(
        name, text -> Arrays.stream(all).filter(one -> one.name().equals(text)).findFirst());
  }

  /** From the day {@code from} to the end of the day {@code to}. */
  Period period(Function<LocalDate, Instant> startOf) {
    Optional<LocalDate> from = read("from", ListAddress::day);
    Optional<LocalDate> to = read("to", ListAddress::day);
    if (from.isPresent() && to.isPresent() && from.get().isAfter(to.get())) {
      complaints.put("to", "agent.filter.to.invalid.order");
    }
    return new Period(from.map(startOf), to.map(day -> startOf.apply(day.plusDays(1))));
  }

  boolean ascending() {
    return value("way").equals("asc");
  }

  Optional<Cursor> place(Enum<?> sort) {
    return read(PLACE, word -> Cursor.read(word, sort, ascending()));
  }

  /** Everything that was said, to lead to the same list again. */
  Map<String, String> parameters() {
    return Map.copyOf(said);
  }

  /** The parameters of the same list sorted by a column; by the same one in the other direction. */
  Map<String, String> sortedBy(String column, Enum<?> now) {
    boolean up = column.equals(now.name()) && !ascending();
    return with(Map.of("sort", column, "way", up ? "asc" : "", PLACE, ""));
  }

  /** The parameters of another page of the same list. */
  Map<String, String> at(Cursor cursor, Enum<?> sort) {
    return with(Map.of(PLACE, cursor.word(sort, ascending())));
  }

  private Map<String, String> with(Map<String, String> changes) {
    Map<String, String> changed = new HashMap<>(said);
    changed.putAll(changes);
    return changed;
  }

  private <T> Optional<T> read(String name, Function<String, Optional<T>> reading) {
    String text = value(name);
    Optional<T> read = text.isEmpty() ? Optional.empty() : reading.apply(text);
    if (!text.isEmpty() && read.isEmpty()) {
      complaints.put(name, unreadable(name));
    }
    return read;
  }

  private static String unreadable(String name) {
    return "agent.filter." + name + ".invalid";
  }

  private static Optional<LocalDate> day(String text) {
    try {
      return text.matches("(?!0000)\\d{4}-\\d\\d-\\d\\d")
          ? Optional.of(LocalDate.parse(text))
          : Optional.empty();
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }
}
