package org.countermand.cancellation.model;

import java.util.Optional;
import org.countermand.kernel.Period;
import org.countermand.kernel.SearchText;
import org.countermand.order.model.ShopChannel;

/**
 * Which cancellations a list shows; what is absent leaves nothing out.
 *
 * @param needsPerson only those with an open work item
 * @param owner only those with an open work item of this agent, by his id, or of nobody, if it is
 *     empty; absent for anybody's
 * @param text in the cancellation's number, or in the order's number, the buyer's name or his
 *     address
 */
public record Filter(
    Optional<State> state,
    boolean needsPerson,
    Optional<String> owner,
    Optional<ShopChannel> source,
    Period received,
    Optional<SearchText> text) {

  /** Whoever has the work items. */
  public Filter(
      Optional<State> state,
      boolean needsPerson,
      Optional<ShopChannel> source,
      Period received,
      Optional<SearchText> text) {
    this(state, needsPerson, Optional.empty(), source, received, text);
  }
}
