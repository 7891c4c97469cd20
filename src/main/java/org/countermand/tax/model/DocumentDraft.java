package org.countermand.tax.model;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.countermand.kernel.Finding;
import org.countermand.kernel.Jurisdiction;
import org.countermand.kernel.Money;
import org.countermand.kernel.ReasonCode;
import org.countermand.order.model.Buyer;
import org.countermand.order.model.Order;
import org.countermand.order.model.OrderLine;

/**
 * A document with everything but its number, so that nothing is left to do while the number is
 * held.
 */
public record DocumentDraft(
    CreditRequest request,
    Seller seller,
    Reversal reversal,
    Ruling ruling,
    LocalDate issuedOn,
    NumberSeries series) {

  /**
   * Rules on what was executed.
   *
   * @param known who sold it, if he is known
   * @param earlier documents of the order
   */
  public static DocumentDraft of(
      CreditRequest request, Optional<Seller> known, List<IssuedDocument> earlier) {
    Order order = named(request.order());
    Seller seller = known.orElseGet(() -> unknown(order));
    Earlier before = Earlier.of(earlier, order.zero());
    Undoing undoing = undoing(request, order, seller, before);
    Regime regime = Regimes.of(undoing.supply());
    List<Finding> findings = new ArrayList<>();
    if (known.isEmpty()) {
      findings.add(Finding.of(ReasonCode.TAX_SELLER_UNKNOWN, "legalEntity", order.legalEntity()));
    }
    Reversal reversal =
        undoing.reversal(
            Withholding.of(undoing, regime, request.asks(), before.withheld()), before.credited());
    if (!reversal.repaid().equals(request.repaid())
        && regime.feeTreatment(undoing.supply()) == FeeTreatment.PRICE_NOT_REFUNDED) {
      Reversal inside =
          undoing.reversal(
              Withholding.inside(undoing, regime, request.asks(), before.withheld()),
              before.credited());
      findings.add(
          Finding.of(
              ReasonCode.TAX_FEE_BORE_ITS_TAX,
              "difference",
              request.repaid().minus(reversal.repaid())));
      reversal = inside;
    }
    if (!reversal.repaid().equals(request.repaid())) {
      findings.add(
          Finding.of(
              ReasonCode.TAX_TOTAL_DIFFERS,
              "document",
              reversal.repaid(),
              "repaid",
              request.repaid()));
    }
    Ruling ruling = Regimes.rule(reversal, seller).with(findings);
    LocalDate issuedOn = today(seller.seat(), request.at());
    return new DocumentDraft(
        request,
        seller,
        reversal,
        ruling,
        issuedOn,
        NumberSeries.of(order.legalEntity(), ruling, issuedOn));
  }

  /** The document under its number. */
  public IssuedDocument numbered(UUID id, long counter) {
    return IssuedDocument.of(
        new CreditDocument(
            id,
            request.cancellationId(),
            series.number(counter),
            issuedOn,
            seller,
            reversal,
            ruling,
            "",
            request.order().buyer().locale()),
        request.order().shop(),
        series,
        counter);
  }

  private static Undoing undoing(
      CreditRequest request, Order order, Seller seller, Earlier before) {
    Undoing part =
        Undoing.of(order, seller, request.units(), request.charges(), false, request.at());
    Money gross =
        part.items().stream()
            .map(item -> item.gross(order.priceBasis()))
            .reduce(before.gross(), Money::plus);
    boolean whole =
        gross.equals(part.order().total())
            && order.lines().stream()
                .allMatch(line -> isUndone(line, request.cancellationId(), before.cancellations()));
    return whole
        ? Undoing.of(order, seller, request.units(), request.charges(), true, request.at())
        : part;
  }

  /** By what is documented: what others have claimed is not undone yet, and may never be. */
  private static boolean isUndone(OrderLine line, UUID cancellationId, Set<UUID> documented) {
    return line.free() == 0
        && line.claims().ranges().stream()
            .map(claim -> claim.cancellationId())
            .allMatch(id -> id.equals(cancellationId) || documented.contains(id));
  }

  /**
   * The law wants the buyer's name on a document. The address of a business is where it gets its
   * electronic documents; a consumer's is not needed, nor is the shop's word for him.
   */
  private static Order named(Order order) {
    Buyer buyer = order.buyer();
    Buyer needed =
        new Buyer(
            buyer.kind(),
            buyer.name(),
            buyer.kind() == Buyer.Kind.BUSINESS ? buyer.email() : "",
            buyer.residence(),
            buyer.locale(),
            "",
            buyer.taxId());
    return new Order(
        order.id(),
        order.shop(),
        order.legalEntity(),
        order.channel(),
        order.channelNumber(),
        order.refundAuthority(),
        needed,
        order.currency(),
        order.priceBasis(),
        order.placedAt(),
        order.promisedOn(),
        order.invoice(),
        order.cheapestDelivery(),
        order.lines(),
        order.charges(),
        order.tenders(),
        order.fulfilments());
  }

  /** Where nothing but the name is known, he is thought to sell where he is taxed. */
  private static Seller unknown(Order order) {
    return new Seller(
        order.legalEntity(),
        order.legalEntity(),
        "",
        "",
        "",
        TaxPlace.of(order).place(),
        "",
        Map.of(),
        java.math.RoundingMode.HALF_UP,
        Map.of());
  }

  private static LocalDate today(Jurisdiction seat, Instant at) {
    return LocalDate.ofInstant(at, Regimes.of(seat).zone(seat));
  }
}
