package org.countermand.kernel;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The rows of one page of a list, and where the pages beside it are.
 *
 * @param previous the page that ends before these rows, if there may be one
 * @param next the page that begins behind them, if there is one
 */
public record Slice<T>(List<T> rows, Optional<Cursor> previous, Optional<Cursor> next) {

  public Slice {
    rows = List.copyOf(rows);
  }

  /** A page with nothing on it. */
  public static <T> Slice<T> empty() {
    return new Slice<>(List.of(), Optional.empty(), Optional.empty());
  }

  /**
   * Cuts a page from what was read.
   *
   * @param read the rows from the cursor on, in the direction in which it looks; one more than fit
   *     if there are more
   * @param size rows that fit on a page
   * @param place where a row is, as the end of its page
   */
  public static <T> Slice<T> of(
      List<T> read, int size, Optional<Cursor> from, Function<T, Cursor> place) {
    boolean more = read.size() > size;
    boolean backward = from.filter(Cursor::before).isPresent();
    List<T> rows = new ArrayList<>(more ? read.subList(0, size) : read);
    if (backward) {
      Collections.reverse(rows);
    }
    if (rows.isEmpty()) {
      return empty();
    }
    boolean hasPrevious = backward ? more : from.isPresent();
    boolean hasNext = backward || more;
    return new Slice<>(
        rows,
        hasPrevious ? Optional.of(place.apply(rows.get(0)).turned()) : Optional.empty(),
        hasNext ? Optional.of(place.apply(rows.get(rows.size() - 1))) : Optional.empty());
  }

  /** Whether these are all the rows there are. */
  public boolean complete() {
    return previous.isEmpty() && next.isEmpty();
  }
}
