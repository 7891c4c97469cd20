package org.countermand.order.model;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.countermand.kernel.Money;

/**
 * A means of payment as it stood at intake; what became of it since is told by {@code payment}.
 *
 * @param position 1 for the first tender
 * @param gateway the name of the gateway, such as {@code stripe}, or {@link #OUR_LEDGER}
 * @param reference the gateway's own id of the payment, or the token of a gift card or store credit
 * @param label what the buyer knows it by, such as {@code Visa •••• 4242}
 * @param authorized promised by the bank
 * @param captured taken, at most what was authorized
 * @param captures when it was taken, if it was told; they sum up to {@code captured}
 */
public record Tender(
    UUID id,
    int position,
    TenderKind kind,
    String gateway,
    String reference,
    String label,
    Money authorized,
    Money captured,
    List<Capture> captures) {

  /** In place of a gateway: gift cards and store credit stand in a ledger of our own. */
  public static final String OUR_LEDGER = "credit";

  public Tender {
    captures = List.copyOf(captures);
  }

  /** Of which it is not told when it was captured: if at all, when the order was placed. */
  public Tender(
      UUID id,
      int position,
      TenderKind kind,
      String gateway,
      String reference,
      String label,
      Money authorized,
      Money captured) {
    this(id, position, kind, gateway, reference, label, authorized, captured, List.of());
  }

  /**
   * When something of it was last taken; nothing if it is only promised.
   *
   * @param placedAt when the order was placed
   */
  public Optional<Instant> lastCaptured(Instant placedAt) {
    Optional<Instant> told = captures.stream().map(Capture::at).max(Comparator.naturalOrder());
    return captured.isPositive() ? told.or(() -> Optional.of(placedAt)) : Optional.empty();
  }

  /** Whether it was paid with a gift card or store credit that stands in our own ledger. */
  public boolean internal() {
    return gateway.equals(OUR_LEDGER);
  }
}
