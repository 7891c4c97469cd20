package org.countermand.portal.agent;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.countermand.cancellation.CancellationService;
import org.countermand.cancellation.WorkItemService;
import org.countermand.cancellation.model.Row;
import org.countermand.cancellation.model.Search;
import org.countermand.cancellation.model.State;
import org.countermand.cancellation.model.WorkItem;

/** The list of cancellations: filtered, sorted and turned over by plain links. */
@Named("officeList")
@RequestScoped
public class CancellationList {

  @Inject CancellationService cancellations;
  @Inject WorkItemService workItems;
  @Inject Office office;
  @Inject Surroundings surroundings;

  private ListQuery query = ListQuery.of(name -> "");
  private List<Row> rows = List.of();
  private Map<UUID, List<WorkItem>> items = Map.of();
  private Paging paging = new Paging(1, ListQuery.PAGE_SIZE, 0);

  @PostConstruct
  void load() {
    query = ListQuery.of(surroundings::parameter);
    Search search = query.search(office.getActorId());
    rows = cancellations.search(office.actor(), search);
    items =
        workItems.open(office.actor(), rows.stream().map(Row::id).toList()).stream()
            .collect(Collectors.groupingBy(WorkItem::cancellationId));
    paging =
        new Paging(query.page(), ListQuery.PAGE_SIZE, cancellations.count(office.actor(), search));
  }

  public List<Row> getRows() {
    return rows;
  }

  /** What still needs a person, of the cancellation in one row. */
  public List<WorkItem> items(Row row) {
    return items.getOrDefault(row.id(), List.of());
  }

  public Paging getPaging() {
    return paging;
  }

  public String getText() {
    return query.text();
  }

  /** The state's name, or empty for all. */
  public String getState() {
    return query.state().map(State::name).orElse("");
  }

  public State[] getStates() {
    return State.values();
  }

  public boolean isNeedsPerson() {
    return query.needsPerson();
  }

  /** Whose work items, or empty for everybody's. */
  public String getOwner() {
    return query.owner().map(ListQuery.Owner::name).orElse("");
  }

  public ListQuery.Owner[] getOwners() {
    return ListQuery.Owner.values();
  }

  public boolean isFiltered() {
    return query.filtered();
  }

  /** The column's name. */
  public String getSort() {
    return query.sort().name();
  }

  /** {@code asc}, or empty for the usual way. */
  public String getWay() {
    return query.ascending() ? "asc" : "";
  }

  /** How a column is sorted, in the words of {@code aria-sort}. */
  public String order(String column) {
    if (!query.sort().name().equals(column)) {
      return "none";
    }
    return query.ascending() ? "ascending" : "descending";
  }

  /** The address of the same list sorted by a column. */
  public String sorted(String column) {
    return address(query.sortedBy(Search.Sort.valueOf(column)));
  }

  /** The address of another page of the same list. */
  public String page(int number) {
    return address(query.atPage(number));
  }

  /** The parameters of this list's address; a form brings them back. */
  public Set<Map.Entry<String, String>> getSaid() {
    return query.parameters().entrySet();
  }

  /** The parameters that lead to this list again. */
  Map<String, String> parameters() {
    return query.parameters();
  }

  private String address(ListQuery other) {
    return surroundings.address("index", other.parameters());
  }
}
