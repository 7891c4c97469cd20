package org.countermand.portal.agent;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.countermand.cancellation.CancellationService;
import org.countermand.cancellation.model.Filter;
import org.countermand.cancellation.model.Row;
import org.countermand.cancellation.model.Search;
import org.countermand.cancellation.model.State;
import org.countermand.kernel.Slice;
import org.countermand.platform.text.Amounts;
import org.jspecify.annotations.Nullable;

/** The list of cancellations. */
@Named("officeList")
@RequestScoped
public class CancellationList {

  @Inject CancellationService cancellations;
  @Inject Sources sources;
  @Inject Office office;
  @Inject Surroundings surroundings;
  @Inject Amounts amounts;

  private @Nullable ListView<Row> shown;
  private boolean needsPerson;

  @PostConstruct
  void load() {
    ListAddress address =
        new ListAddress(
            surroundings::parameter, "text", "state", "person", "channel", "from", "to");
    needsPerson = address.value("person").equals("1");
    Filter filter =
        new Filter(
            address.constant("state", State.values()),
            needsPerson,
            address.source(sources.getAll()),
            address.period(amounts::startOf),
            address.text());
    Search.Sort sort = address.constant("sort", Search.Sort.values()).orElse(Search.Sort.RECEIVED);
    Search search =
        new Search(filter, sort, address.ascending(), address.place(sort), ListAddress.PAGE_SIZE);
    shown =
        new ListView<>(
            surroundings,
            "index",
            address,
            sort,
            address.isClear() ? cancellations.list(office.actor(), search) : Slice.empty());
  }

  public @Nullable ListView<Row> getShown() {
    return shown;
  }

  public State[] getStates() {
    return State.values();
  }

  public boolean isNeedsPerson() {
    return needsPerson;
  }
}
