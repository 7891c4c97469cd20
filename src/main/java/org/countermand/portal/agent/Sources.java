package org.countermand.portal.agent;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.countermand.order.OrderService;
import org.countermand.order.model.ShopChannel;

/** Where orders come from, as lists are filtered by it. */
@Named("officeSources")
@RequestScoped
public class Sources {

  @Inject OrderService orders;
  @Inject Office office;

  private List<ShopChannel> all = List.of();

  @PostConstruct
  void load() {
    all = withShops(orders.sources(office.actor()));
  }

  /** Every channel of the agent's shops; before those of a shop with several, the whole shop. */
  public List<ShopChannel> getAll() {
    return all;
  }

  static List<ShopChannel> withShops(List<ShopChannel> channels) {
    return channels.stream()
        .collect(
            Collectors.groupingBy(ShopChannel::shop, java.util.TreeMap::new, Collectors.toList()))
        .entrySet()
        .stream()
        .flatMap(
            shop ->
                shop.getValue().size() == 1
                    ? shop.getValue().stream()
                    : Stream.concat(
                        Stream.of(ShopChannel.allOf(shop.getKey())), shop.getValue().stream()))
        .toList();
  }
}
