package org.countermand.api.wire;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.countermand.order.model.Capture;
import org.countermand.order.model.Charge;
import org.countermand.order.model.DiscountShare;
import org.countermand.order.model.ItemClass;
import org.countermand.order.model.Order;
import org.countermand.order.model.OrderLine;
import org.countermand.order.model.PriceBasis;
import org.countermand.order.model.RefundAuthority;
import org.countermand.order.model.TaxLine;
import org.countermand.order.model.Tender;
import org.countermand.order.model.TenderKind;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An order as it is kept: what was brought, with ids and with what cancellations have taken. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record OrderAnswer(
    UUID id,
    String shop,
    String legalEntity,
    String channel,
    String number,
    RefundAuthority refundAuthority,
    BuyerBody buyer,
    String currency,
    PriceBasis priceBasis,
    Instant placedAt,
    @Nullable LocalDate promisedOn,
    InvoiceBody invoice,
    Amount cheapestDelivery,
    @Schema(description = "Everything that was charged") Amount total,
    List<Line> lines,
    List<ChargeAnswer> charges,
    List<TenderAnswer> tenders,
    List<FulfilmentBody> fulfilments) {

  /**
   * One line.
   *
   * @param id by which verdicts, quotations and cancellations name it
   * @param free units that no cancellation has taken
   */
  @Schema(name = "OrderLineAnswer")
  public record Line(
      UUID id,
      int position,
      String sku,
      String description,
      ItemClass itemClass,
      String evidence,
      int quantity,
      @Schema(description = "Units that no cancellation has taken") int free,
      Amount goods,
      List<DiscountAnswer> discounts,
      List<TaxAnswer> taxes) {

    static Line of(OrderLine line) {
      return new Line(
          line.id(),
          line.position(),
          line.sku(),
          line.description(),
          line.itemClass(),
          line.evidence(),
          line.quantity(),
          line.free(),
          Amount.of(line.goods()),
          line.discounts().stream().map(DiscountAnswer::of).toList(),
          TaxAnswer.all(line.taxes()));
    }
  }

  /** A line's share of a discount. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record DiscountAnswer(String code, Amount amount, @Nullable Amount threshold) {

    static DiscountAnswer of(DiscountShare share) {
      return new DiscountAnswer(
          share.code(), Amount.of(share.amount()), share.threshold().map(Amount::of).orElse(null));
    }
  }

  /** One tax by one authority. */
  public record TaxAnswer(String authority, String ratePercent, Amount amount) {

    static List<TaxAnswer> all(List<TaxLine> taxes) {
      return taxes.stream()
          .map(
              tax ->
                  new TaxAnswer(
                      tax.authority(), tax.ratePercent().toPlainString(), Amount.of(tax.amount())))
          .toList();
    }
  }

  /** A charge, and whether a cancellation has taken it. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record ChargeAnswer(
      UUID id,
      Charge.Kind kind,
      @Schema(description = "The id of the line it was made for; absent if the order")
          @Nullable UUID line,
      Amount amount,
      List<TaxAnswer> taxes,
      boolean claimed) {

    static ChargeAnswer of(Charge charge) {
      return new ChargeAnswer(
          charge.id(),
          charge.kind(),
          charge.line().orElse(null),
          Amount.of(charge.amount()),
          TaxAnswer.all(charge.taxes()),
          charge.claimed());
    }
  }

  /** Money that was taken at one time. */
  public record CaptureAnswer(String reference, Amount amount, Instant at) {
    static CaptureAnswer of(Capture capture) {
      return new CaptureAnswer(capture.reference(), Amount.of(capture.amount()), capture.at());
    }
  }

  /** A means of payment as it stood at intake. */
  public record TenderAnswer(
      UUID id,
      TenderKind kind,
      String gateway,
      String reference,
      String label,
      Amount authorized,
      Amount captured,
      @Schema(description = "Empty if it was taken at once") List<CaptureAnswer> captures) {

    static TenderAnswer of(Tender tender) {
      return new TenderAnswer(
          tender.id(),
          tender.kind(),
          tender.gateway(),
          tender.reference(),
          tender.label(),
          Amount.of(tender.authorized()),
          Amount.of(tender.captured()),
          tender.captures().stream().map(CaptureAnswer::of).toList());
    }
  }

  public static OrderAnswer of(Order order) {
    return new OrderAnswer(
        order.id(),
        order.shop(),
        order.legalEntity(),
        order.channel(),
        order.channelNumber(),
        order.refundAuthority(),
        BuyerBody.of(order.buyer()),
        order.currency().getCurrencyCode(),
        order.priceBasis(),
        order.placedAt(),
        order.promisedOn(),
        InvoiceBody.of(order.invoice()),
        Amount.of(order.cheapestDelivery()),
        Amount.of(order.total()),
        order.lines().stream().map(Line::of).toList(),
        order.charges().stream().map(ChargeAnswer::of).toList(),
        order.tenders().stream().map(TenderAnswer::of).toList(),
        order.fulfilments().stream().map(f -> FulfilmentBody.of(f, order)).toList());
  }
}
