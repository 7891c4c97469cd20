package org.countermand.portal.agent;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.countermand.kernel.Cursor;
import org.countermand.kernel.Slice;

/** One page of a list as it is drawn, with the plain links that lead to the others. */
public final class ListView<T> {

  private final Surroundings surroundings;
  private final String page;
  private final ListAddress address;
  private final Enum<?> sort;
  private final Slice<T> slice;

  /**
   * A page of a list.
   *
   * @param page the name of the page that shows the list
   * @param sort the column that it is sorted by
   */
  ListView(
      Surroundings surroundings, String page, ListAddress address, Enum<?> sort, Slice<T> slice) {
    this.surroundings = surroundings;
    this.page = page;
    this.address = address;
    this.sort = sort;
    this.slice = slice;
  }

  public List<T> getRows() {
    return slice.rows();
  }

  /** Whether the rows are all there are. */
  public boolean isComplete() {
    return slice.complete();
  }

  /** Whether the address says clearly what is to be shown. */
  public boolean isClear() {
    return address.isClear();
  }

  /** Whether anything but a text leaves rows out. */
  public boolean isNarrowed() {
    return address.isNarrowed();
  }

  /** The parameters of this list's address; a form brings them back. */
  public Set<Map.Entry<String, String>> getSaid() {
    return address.parameters().entrySet();
  }

  /** A parameter as it stands in the address, or empty. */
  public String value(String name) {
    return address.value(name);
  }

  /** A parameter that is a day, or empty: a browser shows no other text in a control for days. */
  public String day(String name) {
    return address.isRead(name) ? address.value(name) : "";
  }

  /** The key of the sentence that complains of a parameter, or empty. */
  public String complaint(String name) {
    return address.complaint(name);
  }

  /** How a column is sorted, in the words of {@code aria-sort}. */
  public String order(String column) {
    if (!sort.name().equals(column)) {
      return "none";
    }
    return address.ascending() ? "ascending" : "descending";
  }

  /** The address of the same list sorted by a column. */
  public String sorted(String column) {
    return address(address.sortedBy(column, sort));
  }

  /** The name of the column that it is sorted by, with its direction: {@code AMOUNT.descending}. */
  public String getSorting() {
    return sort.name() + "." + order(sort.name());
  }

  /** The address of the page before, or empty. */
  public String getPrevious() {
    return slice.previous().map(this::at).orElse("");
  }

  /** The address of the page behind, or empty. */
  public String getNext() {
    return slice.next().map(this::at).orElse("");
  }

  private String at(Cursor cursor) {
    return address(address.at(cursor, sort));
  }

  private String address(Map<String, String> parameters) {
    return surroundings.address(page, parameters);
  }
}
