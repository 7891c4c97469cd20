package org.countermand.sandbox.warehouse;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.countermand.sandbox.journal.Journal;
import org.jspecify.annotations.Nullable;

/** All holds and movements. Callers hold its monitor over what must be seen as one. */
final class Stockroom implements AutoCloseable {

  private final Map<String, Hold> holds = new LinkedHashMap<>();
  private final List<StockMovement> movements = new ArrayList<>();
  private final Journal<Entry> journal;

  /**
   * Opens the stockroom.
   *
   * @param file where it is kept, or null to keep it in memory only
   */
  Stockroom(@Nullable Path file) {
    journal = file == null ? Journal.none() : Journal.open(file, Entry.class, this::keep);
  }

  synchronized Optional<Hold> find(String id) {
    return Optional.ofNullable(holds.get(id));
  }

  /** Stores a hold; its held units move when a kind of movement is given. */
  synchronized void put(Hold hold, @Nullable String kind) {
    List<StockMovement> moved = new ArrayList<>();
    for (HoldLine line : hold.lines()) {
      if (kind != null && line.held() > 0) {
        moved.add(new StockMovement(hold.id(), hold.order(), line.sku(), kind, line.held()));
      }
    }
    Entry entry = new Entry(hold, moved);
    keep(entry);
    journal.append(entry);
  }

  /** All holds, oldest first. */
  synchronized List<Hold> holds() {
    return List.copyOf(holds.values());
  }

  /** All movements, oldest first. */
  synchronized List<StockMovement> movements() {
    return List.copyOf(movements);
  }

  @Override
  public void close() {
    journal.close();
  }

  private void keep(Entry entry) {
    holds.put(entry.hold().id(), entry.hold());
    movements.addAll(entry.movements());
  }
}
