package org.countermand.payment.model;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.countermand.kernel.Decision;
import org.countermand.kernel.Finding;
import org.countermand.kernel.Ids;
import org.countermand.kernel.Money;
import org.countermand.kernel.ReasonCode;
import org.countermand.order.model.Order;
import org.countermand.order.model.OrderLine;
import org.countermand.order.model.Tender;

/**
 * A gift card or store credit that an order tells of: it was paid with it, or the card was bought.
 *
 * @param field where the order names it
 * @param account as it is to be opened, if it is not known yet
 * @param sold the line and the face value of a card that was bought
 */
public record CreditOpening(String field, CreditAccount account, Optional<Sold> sold) {

  /** A card that was bought, with this much on it. */
  public record Sold(String subject, Money value) {}

  /** Everything of that kind that an order tells of. */
  public static List<CreditOpening> of(Order order) {
    Stream<CreditOpening> paidWith =
        order.tenders().stream().filter(Tender::internal).map(tender -> paidWith(order, tender));
    Stream<CreditOpening> bought =
        order.lines().stream().flatMap(line -> bought(order, line).stream());
    return Stream.concat(paidWith, bought).toList();
  }

  private static CreditOpening paidWith(Order order, Tender tender) {
    return new CreditOpening(
        "tenders[" + tender.position() + "].reference",
        account(order, CreditKind.of(tender.kind()), tender.reference()),
        Optional.empty());
  }

  private static Optional<CreditOpening> bought(Order order, OrderLine line) {
    return line.card()
        .map(
            card ->
                new CreditOpening(
                    "lines[" + line.position() + "].evidence",
                    account(order, CreditKind.GIFT_CARD, card),
                    Optional.of(new Sold(line.id().toString(), line.goods()))
                        .filter(sold -> sold.value().isPositive())));
  }

  private static CreditAccount account(Order order, CreditKind kind, String reference) {
    return new CreditAccount(Ids.next(), order.shop(), kind, reference, order.currency());
  }

  /** Whether the account that the shop has under this reference can be meant. */
  public Decision<CreditAccount> fits(CreditAccount known) {
    if (!known.currency().equals(account.currency())) {
      return Decision.no(Finding.of(ReasonCode.CURRENCY_MISMATCH, "field", field));
    }
    return known.kind() == account.kind()
        ? Decision.yes(known)
        : Decision.no(Finding.of(ReasonCode.FIELD_INVALID, "field", field));
  }

  /** What is to be booked on the account of a card that was bought. */
  public Optional<CreditEntry> entry(CreditAccount known, String actorId, Instant at) {
    return sold.map(
        card ->
            CreditEntry.of(
                known, CreditEntry.Kind.OPENED, card.subject(), card.value(), actorId, at));
  }
}
