package org.countermand.portal.agent;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.countermand.cancellation.WorkItemService;
import org.countermand.cancellation.model.WorkItem;
import org.countermand.kernel.Decision;
import org.countermand.kernel.ReasonCode;

/**
 * Taking work items and giving them back, on the list and on a cancellation's page. A button names
 * its item, and beside it stands who had the item when it was shown: rows may have moved since.
 */
@Named("officeWork")
@RequestScoped
public class WorkForm {

  static final String TAKEN = "taken";
  static final String GIVEN_BACK = "givenBack";

  private static final String TAKE = "take";
  private static final String GIVE_BACK = "giveBack";

  @Inject WorkItemService workItems;
  @Inject CancellationList list;
  @Inject CancellationPage page;
  @Inject Office office;
  @Inject Surroundings surroundings;
  @Inject Clock clock;

  /** Whether one of the buttons was pressed; an address alone does nothing. */
  public boolean isPressed() {
    return surroundings.faces().isPostback()
        && !(surroundings.parameter(TAKE) + surroundings.parameter(GIVE_BACK)).isEmpty();
  }

  /** Does it, and shows the same list again. */
  public void onList() {
    if (decide() instanceof Decision.Refused<WorkItem> no) {
      surroundings.refuse(no.findings());
      list.load();
      return;
    }
    Map<String, String> again = new HashMap<>(list.parameters());
    again.put("done", word());
    surroundings.redirect("index", again);
  }

  /** Does it, and shows the same cancellation again. */
  public void onPage() {
    if (decide() instanceof Decision.Refused<WorkItem> no) {
      surroundings.refuse(no.findings());
      page.begin();
      return;
    }
    surroundings.redirect(
        "cancellation", Map.of("id", surroundings.parameter("id"), "done", word()));
  }

  /** The sentence's key for what was just done on the list, or empty. */
  public String getDone() {
    String done = surroundings.parameter("done");
    return Set.of(TAKEN, GIVEN_BACK).contains(done) && !surroundings.faces().isPostback()
        ? "agent.detail.done." + done
        : "";
  }

  private Decision<WorkItem> decide() {
    Optional<UUID> taken = surroundings.id(TAKE);
    Optional<UUID> item = taken.or(() -> surroundings.id(GIVE_BACK));
    if (item.isEmpty()) {
      return Decision.no(ReasonCode.NOT_FOUND);
    }
    String seen = surroundings.parameter("owner-" + item.get());
    return taken.isPresent()
        ? workItems.take(office.actor(), item.get(), seen, clock.instant())
        : workItems.giveBack(office.actor(), item.get(), clock.instant());
  }

  private String word() {
    return surroundings.parameter(TAKE).isEmpty() ? GIVEN_BACK : TAKEN;
  }
}
