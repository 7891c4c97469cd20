package org.countermand.order.model;

import java.util.Optional;
import org.countermand.kernel.Period;
import org.countermand.kernel.SearchText;

/**
 * Which orders a list shows; what is absent leaves nothing out.
 *
 * @param text in the channel's number, the buyer's name or his address
 */
public record OrderFilter(
    Optional<ShopChannel> source,
    Optional<FulfilmentStage> stage,
    Period placed,
    Optional<SearchText> text) {

  /** Every order. */
  public static final OrderFilter NONE =
      new OrderFilter(Optional.empty(), Optional.empty(), Period.ALWAYS, Optional.empty());

  /** Whatever fits a text. */
  public static OrderFilter of(SearchText text) {
    return new OrderFilter(Optional.empty(), Optional.empty(), Period.ALWAYS, Optional.of(text));
  }
}
