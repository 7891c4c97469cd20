package org.countermand.refund;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import org.countermand.kernel.Access;
import org.countermand.kernel.Action;
import org.countermand.kernel.Actor;
import org.countermand.kernel.Decision;
import org.countermand.kernel.Finding;
import org.countermand.kernel.Ids;
import org.countermand.order.model.Ask;
import org.countermand.order.model.Order;
import org.countermand.order.model.Tender;
import org.countermand.order.model.UnitRange;
import org.countermand.payment.PaymentRunner;
import org.countermand.payment.PaymentService;
import org.countermand.payment.model.TenderAccount;
import org.countermand.refund.model.Crediting;
import org.countermand.refund.model.Quotation;
import org.countermand.refund.model.QuotationText;
import org.countermand.refund.model.QuotedDeduction;
import org.countermand.refund.model.Quoting;
import org.countermand.refund.model.Standing;
import org.countermand.refund.model.Terms;
import org.countermand.refund.model.Waterfall;
import org.countermand.refund.store.QuotationRepository;
import org.countermand.refund.store.RetentionRepository;
import org.countermand.refund.store.TermsRepository;
import org.countermand.refund.store.WaterfallRepository;
import org.countermand.tax.TaxService;
import org.countermand.tax.model.IssuedDocument;

/** The door to amounts: the quotation before, the credit document after. */
@Stateless
public class RefundService {

  private static final Logger LOG = Logger.getLogger(RefundService.class.getName());

  @Inject private QuotationRepository quotations;
  @Inject private QuotationSeal seal;
  @Inject private TermsRepository terms;
  @Inject private RetentionRepository retentions;
  @Inject private WaterfallRepository waterfalls;
  @Inject private PaymentService payments;
  @Inject private PaymentRunner gateways;
  @Inject private TaxService taxes;

  /** Quotes for what eligibility has let pass, and stores the quotation as the text that binds. */
  public Decision<Quotation> quote(Actor actor, Order order, List<Ask> asks, Instant at) {
    return compute(actor, order, asks, at).map(this::signed);
  }

  /** What would be quoted now, without storing it: to see whether an older promise still holds. */
  public Decision<Quotation> compute(Actor actor, Order order, List<Ask> asks, Instant at) {
    return permitted(actor, order)
        .then(o -> Quoting.quote(Ids.next(), o, asks, standing(actor, o), at));
  }

  /**
   * Quotes anew for the very units that a warehouse could hold, and stores it. No fee is kept that
   * was not told before.
   */
  public Decision<Quotation> quoteHeld(
      Actor actor, Order order, Map<UUID, List<UnitRange>> held, Quotation promise, Instant at) {
    return permitted(actor, order)
        .then(
            o -> {
              Standing now = standing(actor, o);
              Terms promised = now.terms().asPromised(promise);
              return Quoting.quoteHeld(Ids.next(), o, held, now.on(promised), at);
            })
        .map(this::signed);
  }

  /** Notes what a confirmed cancellation keeps; the caller holds the order's lock. */
  public void retain(Actor actor, UUID cancellationId, Quotation promise) {
    require(actor, Action.REQUEST_CANCELLATION);
    retentions.insert(
        cancellationId,
        promise.orderId(),
        promise.deductions().stream().map(QuotedDeduction::retention).toList());
  }

  /** Forgets what a cancellation would have kept, because it is not executed like that. */
  public void retainNothing(Actor actor, UUID cancellationId) {
    require(actor, Action.RUN_PROCESS);
    retentions.delete(cancellationId);
  }

  /** A quotation of an order that this actor may see. */
  public Optional<Quotation> find(Actor actor, Order order, UUID quotationId) {
    return find(actor, new Access.Subject(order.shop(), order.id()), quotationId);
  }

  /** As {@link #find(Actor, Order, UUID)}, for those who have no order at hand. */
  public Optional<Quotation> find(Actor actor, Access.Subject subject, UUID quotationId) {
    return Access.refusal(actor, Action.QUOTE, subject).isPresent()
        ? Optional.empty()
        : quotations
            .find(quotationId)
            .filter(this::isOurs)
            .map(stored -> QuotationText.read(stored.text()))
            .filter(q -> q.orderId().equals(subject.orderId()));
  }

  /**
   * Issues the credit document for a quotation that was executed; asked twice it is the same. The
   * caller holds the order's lock.
   */
  public void credit(
      Actor actor, Order order, UUID cancellationId, Quotation executed, Instant at) {
    taxes.issue(actor, Crediting.request(order, cancellationId, executed, at));
  }

  /** The number of a cancellation's credit document, once it is issued. */
  public Optional<String> creditOf(Actor actor, UUID cancellationId) {
    return taxes.of(actor, cancellationId).map(IssuedDocument::number);
  }

  /** What a person must know of a cancellation's credit document. */
  public List<Finding> creditFindings(Actor actor, UUID cancellationId) {
    return taxes
        .of(actor, cancellationId)
        .flatMap(IssuedDocument::document)
        .map(document -> document.ruling().findings())
        .orElse(List.of());
  }

  /** The accounts of the order's tenders, those first that give first by the shop's waterfall. */
  private List<TenderAccount> accounts(Actor actor, Order order) {
    Map<UUID, TenderAccount> accounts =
        payments.accounts(actor, order).stream()
            .collect(Collectors.toMap(TenderAccount::tenderId, Function.identity()));
    // Most orders have one tender, and nothing has to be put in order.
    Waterfall waterfall =
        accounts.size() > 1
            ? waterfalls.inForce(order.shop(), order.placedAt())
            : Waterfall.AS_PAID;
    return waterfall.order(order).stream().map(tender -> accounts.get(tender.id())).toList();
  }

  private Quotation signed(Quotation quotation) {
    return quotations.insert(quotation, seal.of(quotation.text()));
  }

  /** Only rows from before there were signatures have none; the database lets no more come in. */
  private boolean isOurs(QuotationRepository.Stored stored) {
    boolean ours = stored.signature().stream().allMatch(s -> seal.confirms(stored.text(), s));
    if (!ours) {
      LOG.log(Level.SEVERE, "A quotation that was not made here: {0}", stored.text());
    }
    return ours;
  }

  private Standing standing(Actor actor, Order order) {
    return new Standing(
        accounts(actor, order),
        terms.inForce(order.shop(), order.placedAt()),
        retentions.ofOrder(order.id()),
        order.tenders().stream()
            .map(Tender::gateway)
            .distinct()
            .collect(Collectors.toMap(Function.identity(), gateways::able)));
  }

  private static void require(Actor actor, Action action) {
    if (!actor.permissions().contains(action)) {
      throw new SecurityException("Not permitted: " + actor.kind());
    }
  }

  private static Decision<Order> permitted(Actor actor, Order order) {
    return Access.refusal(actor, Action.QUOTE, new Access.Subject(order.shop(), order.id()))
        .<Decision<Order>>map(Decision::no)
        .orElseGet(() -> Decision.yes(order));
  }
}
