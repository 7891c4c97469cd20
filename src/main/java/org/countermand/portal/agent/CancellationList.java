package org.countermand.portal.agent;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.countermand.cancellation.CancellationService;
import org.countermand.cancellation.WorkItemService;
import org.countermand.cancellation.model.Filter;
import org.countermand.cancellation.model.Row;
import org.countermand.cancellation.model.Search;
import org.countermand.cancellation.model.State;
import org.countermand.cancellation.model.WorkItem;
import org.countermand.kernel.Slice;
import org.countermand.platform.text.Amounts;
import org.jspecify.annotations.Nullable;

/** The list of cancellations. */
@Named("officeList")
@RequestScoped
public class CancellationList {

  @Inject CancellationService cancellations;
  @Inject WorkItemService workItems;
  @Inject Sources sources;
  @Inject Office office;
  @Inject Surroundings surroundings;
  @Inject Amounts amounts;

  private @Nullable ListView<Row> shown;
  private Map<UUID, List<WorkItem>> items = Map.of();
  private Map<String, String> parameters = Map.of();
  private boolean needsPerson;

  @PostConstruct
  void load() {
    ListAddress address =
        new ListAddress(
            surroundings::parameter, "text", "state", "person", "owner", "channel", "from", "to");
    Optional<WorkOwner> owner = address.constant("owner", WorkOwner.values());
    // Whoever asks for work items asks for what needs a person.
    needsPerson = address.value("person").equals("1") || owner.isPresent();
    Filter filter =
        new Filter(
            address.constant("state", State.values()),
            needsPerson,
            owner.map(who -> who == WorkOwner.MINE ? office.getActorId() : ""),
            address.source(sources.getAll()),
            address.period(amounts::startOf),
            address.text());
    Search.Sort sort = address.constant("sort", Search.Sort.values()).orElse(Search.Sort.RECEIVED);
    Search search =
        new Search(filter, sort, address.ascending(), address.place(sort), ListAddress.PAGE_SIZE);
    Slice<Row> rows =
        address.isClear() ? cancellations.list(office.actor(), search) : Slice.empty();
    shown = new ListView<>(surroundings, "index", address, sort, rows);
    parameters = address.parameters();
    items =
        workItems.open(office.actor(), rows.rows().stream().map(Row::id).toList()).stream()
            .collect(Collectors.groupingBy(WorkItem::cancellationId));
  }

  public @Nullable ListView<Row> getShown() {
    return shown;
  }

  /** What still needs a person, of the cancellation in one row. */
  public List<WorkItem> items(Row row) {
    return items.getOrDefault(row.id(), List.of());
  }

  public State[] getStates() {
    return State.values();
  }

  public WorkOwner[] getOwners() {
    return WorkOwner.values();
  }

  public boolean isNeedsPerson() {
    return needsPerson;
  }

  /** The parameters that lead to this list again. */
  Map<String, String> parameters() {
    return parameters;
  }
}
