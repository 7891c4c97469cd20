package org.countermand.portal.agent;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.countermand.cancellation.model.Search;
import org.countermand.cancellation.model.State;

/**
 * What the list shows, as its address says it, so that a view can be bookmarked and handed on.
 * Whatever an address says wrongly is read as if it were not said.
 *
 * @param owner whose work items; whoever asks for them asks for what needs a person
 * @param page counts from 1
 */
record ListQuery(
    Optional<State> state,
    boolean needsPerson,
    Optional<Owner> owner,
    String text,
    Search.Sort sort,
    boolean ascending,
    int page) {

  /** Who has taken a work item, as seen by the agent who asks. */
  enum Owner {
    MINE,
    NOBODY
  }

  static final int PAGE_SIZE = 25;

  private static final int LAST_PAGE = 1_000_000;
  private static final int LONGEST_TEXT = 100;

  /** Reads the parameters of an address; an absent one is empty. */
  static ListQuery of(UnaryOperator<String> parameters) {
    String text = parameters.apply("text").strip();
    Optional<Owner> owner = constant(Owner.values(), parameters.apply("owner"));
    return new ListQuery(
        constant(State.values(), parameters.apply("state")),
        parameters.apply("person").equals("1") || owner.isPresent(),
        owner,
        text.substring(0, Math.min(text.length(), LONGEST_TEXT)),
        constant(Search.Sort.values(), parameters.apply("sort")).orElse(Search.Sort.RECEIVED),
        parameters.apply("way").equals("asc"),
        page(parameters.apply("page")));
  }

  /** What to search for, for an agent of this id. */
  Search search(String agent) {
    return new Search(
        state,
        needsPerson,
        owner.map(who -> who == Owner.MINE ? agent : ""),
        text,
        sort,
        ascending,
        (page - 1) * PAGE_SIZE,
        PAGE_SIZE);
  }

  /** Whether anything is left out of the list. */
  boolean filtered() {
    return state.isPresent() || needsPerson || !text.isEmpty();
  }

  /** The same list by another column; by the same one in the other direction. */
  ListQuery sortedBy(Search.Sort column) {
    boolean up = column == sort ? !ascending : false;
    return new ListQuery(state, needsPerson, owner, text, column, up, 1);
  }

  ListQuery atPage(int number) {
    return new ListQuery(state, needsPerson, owner, text, sort, ascending, number);
  }

  /** The parameters that say this again; what is usual is not said. */
  Map<String, String> parameters() {
    return Map.of(
        "state", state.map(State::name).orElse(""),
        "person", needsPerson ? "1" : "",
        "owner", owner.map(Owner::name).orElse(""),
        "text", text,
        "sort", sort == Search.Sort.RECEIVED ? "" : sort.name(),
        "way", ascending ? "asc" : "",
        "page", page == 1 ? "" : Integer.toString(page));
  }

  private static <E extends Enum<E>> Optional<E> constant(E[] all, String name) {
    return Arrays.stream(all).filter(constant -> constant.name().equals(name)).findFirst();
  }

  private static int page(String text) {
    return text.matches("\\d{1,7}") ? Math.min(LAST_PAGE, Math.max(1, Integer.parseInt(text))) : 1;
  }
}
