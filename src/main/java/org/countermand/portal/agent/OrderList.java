package org.countermand.portal.agent;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Map;
import org.countermand.kernel.SearchText;
import org.countermand.kernel.Slice;
import org.countermand.order.OrderService;
import org.countermand.order.model.FulfilmentStage;
import org.countermand.order.model.OrderFilter;
import org.countermand.order.model.OrderRow;
import org.countermand.order.model.OrderSearch;
import org.countermand.platform.text.Amounts;
import org.jspecify.annotations.Nullable;

/**
 * The list of orders. An address that says {@code find} leads on to the order that its text means,
 * if it means one.
 */
@Named("officeOrders")
@RequestScoped
public class OrderList {

  @Inject OrderService orders;
  @Inject Sources sources;
  @Inject Office office;
  @Inject Surroundings surroundings;
  @Inject Amounts amounts;

  private @Nullable ListView<OrderRow> shown;

  @PostConstruct
  void read() {
    ListAddress address =
        new ListAddress(surroundings::parameter, "text", "channel", "stage", "from", "to");
    OrderFilter filter =
        new OrderFilter(
            address.source(sources.getAll()),
            address.constant("stage", FulfilmentStage.values()),
            address.period(amounts::startOf),
            address.text());
    OrderSearch.Sort sort =
        address.constant("sort", OrderSearch.Sort.values()).orElse(OrderSearch.Sort.PLACED);
    OrderSearch search =
        new OrderSearch(
            filter, sort, address.ascending(), address.place(sort), ListAddress.PAGE_SIZE);
    shown =
        new ListView<>(
            surroundings,
            "orders",
            address,
            sort,
            address.isClear() ? orders.list(office.actor(), search) : Slice.empty());
  }

  /** Leads on to the order that is meant; says nothing to those who may not list orders. */
  public void load() {
    if (!office.may("LIST_ORDERS")) {
      surroundings.notFound();
    } else if (surroundings.parameter("find").equals("1")) {
      SearchText.of(surroundings.parameter("text"))
          .flatMap(text -> orders.meant(office.actor(), text))
          .ifPresent(order -> surroundings.redirect("order", Map.of("id", order.toString())));
    }
  }

  public @Nullable ListView<OrderRow> getShown() {
    return shown;
  }

  public FulfilmentStage[] getStages() {
    return FulfilmentStage.values();
  }
}
