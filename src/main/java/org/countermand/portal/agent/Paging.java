package org.countermand.portal.agent;

import java.util.List;
import java.util.stream.IntStream;

/**
 * Which rows of a list are on a page.
 *
 * @param page counts from 1
 * @param size rows on a page
 * @param count rows in all
 */
public record Paging(int page, int size, long count) {

  private static final int NEIGHBOURS = 2;

  /** The number of the page's first row, from 1; 0 where there are no rows. */
  public long first() {
    return count == 0 ? 0 : Math.min(count, (page - 1L) * size + 1);
  }

  public long last() {
    return Math.min(count, (long) page * size);
  }

  /** How many pages there are, at least one. */
  public int pages() {
    return (int) Math.max(1, (count + size - 1) / size);
  }

  /** The first page, the last one and those around this; 0 stands for what is left out. */
  public List<Integer> shown() {
    List<Integer> near =
        IntStream.rangeClosed(1, pages())
            .filter(n -> n == 1 || n == pages() || Math.abs(n - page) <= NEIGHBOURS)
            .boxed()
            .toList();
    return near.stream()
        .flatMapToInt(n -> n > 1 && !near.contains(n - 1) ? IntStream.of(0, n) : IntStream.of(n))
        .boxed()
        .toList();
  }
}
