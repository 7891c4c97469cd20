package org.countermand.refund;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.countermand.kernel.Access;
import org.countermand.kernel.Action;
import org.countermand.kernel.Actor;
import org.countermand.kernel.Decision;
import org.countermand.kernel.Ids;
import org.countermand.order.model.Ask;
import org.countermand.order.model.Order;
import org.countermand.order.model.UnitRange;
import org.countermand.payment.PaymentService;
import org.countermand.refund.model.Quotation;
import org.countermand.refund.model.Quoting;
import org.countermand.refund.store.QuotationRepository;
import org.countermand.tax.TaxService;
import org.countermand.tax.model.CreditNote;
import org.countermand.tax.model.CreditRequest;

/** The door to amounts: the quotation before, the credit document after. */
@Stateless
public class RefundService {

  @Inject private QuotationRepository quotations;
  @Inject private PaymentService payments;
  @Inject private TaxService taxes;

  /** Quotes for what eligibility has let pass, and stores the quotation as the text that binds. */
  public Decision<Quotation> quote(Actor actor, Order order, List<Ask> asks, Instant at) {
    return compute(actor, order, asks, at).map(quotations::insert);
  }

  /** What would be quoted now, without storing it: to see whether an older promise still holds. */
  public Decision<Quotation> compute(Actor actor, Order order, List<Ask> asks, Instant at) {
    return permitted(actor, order)
        .then(o -> Quoting.quote(Ids.next(), o, asks, payments.accounts(actor, o), at));
  }

  /** Quotes anew for the very units that a warehouse could hold, and stores it. */
  public Decision<Quotation> quoteHeld(
      Actor actor, Order order, Map<UUID, List<UnitRange>> held, Instant at) {
    return permitted(actor, order)
        .then(o -> Quoting.quoteHeld(Ids.next(), o, held, payments.accounts(actor, o), at))
        .map(quotations::insert);
  }

  /** A quotation of an order that this actor may see. */
  public Optional<Quotation> find(Actor actor, Order order, UUID quotationId) {
    return find(actor, new Access.Subject(order.shop(), order.id()), quotationId);
  }

  /** As {@link #find(Actor, Order, UUID)}, for those who have no order at hand. */
  public Optional<Quotation> find(Actor actor, Access.Subject subject, UUID quotationId) {
    return Access.refusal(actor, Action.QUOTE, subject).isPresent()
        ? Optional.empty()
        : quotations.find(quotationId).filter(q -> q.orderId().equals(subject.orderId()));
  }

  /** Issues the credit document for a quotation that was executed; asked twice it is the same. */
  public String credit(
      Actor actor, Order order, UUID cancellationId, Quotation executed, LocalDate on) {
    return taxes
        .issue(
            actor,
            new CreditRequest(
                cancellationId,
                order.id(),
                order.legalEntity(),
                order.invoice().number(),
                on,
                executed.total(),
                executed.taxes(),
                executed.text()))
        .number();
  }

  /** The number of a cancellation's credit document, once it is issued. */
  public Optional<String> creditOf(Actor actor, UUID cancellationId) {
    return taxes.of(actor, cancellationId).map(CreditNote::number);
  }

  private static Decision<Order> permitted(Actor actor, Order order) {
    return Access.refusal(actor, Action.QUOTE, new Access.Subject(order.shop(), order.id()))
        .<Decision<Order>>map(Decision::no)
        .orElseGet(() -> Decision.yes(order));
  }
}
