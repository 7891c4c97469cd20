package org.countermand.sandbox.bank;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.countermand.sandbox.journal.Journal;
import org.jspecify.annotations.Nullable;

/** All transfers, by their bank's id. Callers hold its monitor over what must be seen as one. */
final class BankBook implements AutoCloseable {

  private final Map<String, Transfer> transfers = new LinkedHashMap<>();
  private final Journal<Transfer> journal;

  /**
   * Opens the book.
   *
   * @param file where it is kept, or null to keep it in memory only
   */
  BankBook(@Nullable Path file) {
    journal = file == null ? Journal.none() : Journal.open(file, Transfer.class, this::keep);
  }

  synchronized Optional<Transfer> byMessage(String messageId) {
    return transfers.values().stream()
        .filter(transfer -> transfer.messageId().equals(messageId))
        .findFirst();
  }

  /** The youngest with an id, because a rejected one may be followed by another. */
  synchronized Optional<Transfer> byEndToEnd(String endToEnd) {
    return transfers.values().stream()
        .filter(transfer -> transfer.endToEnd().equals(endToEnd))
        .reduce((earlier, later) -> later);
  }

  synchronized void put(Transfer transfer) {
    keep(transfer);
    journal.append(transfer);
  }

  synchronized int size() {
    return transfers.size();
  }

  /** All transfers, oldest first. */
  synchronized List<Transfer> transfers() {
    return List.copyOf(transfers.values());
  }

  @Override
  public void close() {
    journal.close();
  }

  private void keep(Transfer transfer) {
    transfers.put(transfer.reference(), transfer);
  }
}
