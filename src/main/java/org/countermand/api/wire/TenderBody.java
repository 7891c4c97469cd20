package org.countermand.api.wire;

import java.util.Currency;
import java.util.List;
import org.countermand.kernel.Ids;
import org.countermand.kernel.Money;
import org.countermand.order.model.Tender;
import org.countermand.order.model.TenderKind;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A means of payment as it stands now; in which order money goes back on several is the shop's
 * policy.
 */
@Schema(name = "Tender")
public record TenderBody(
    @Schema(required = true) @Nullable TenderKind kind,
    @Schema(
            description = "\"credit\" for gift cards and store credit",
            example = "stripe",
            maxLength = 50,
            required = true)
        @Nullable String gateway,
    @Schema(
            description =
                "The gateway's own id of the payment, or the shop's token of the card or credit",
            maxLength = 200,
            required = true)
        @Nullable String reference,
    @Schema(
            description = "What the buyer knows it by; never a full card number",
            example = "Visa •••• 4242",
            maxLength = 100,
            required = true)
        @Nullable String label,
    @Schema(required = true) @Nullable MoneyBody authorized,
    @Schema(description = "Zero if absent; of gift cards and store credit all of it")
        @Nullable MoneyBody captured,
    @Schema(
            description =
                "When it was taken, if in several captures: they sum up to captured, and the rest of"
                    + " the authorization may still be taken. Absent: at once, when it was placed")
        @Nullable List<CaptureBody> captures) {

  /** What is paid with gift cards and store credit is taken at once. */
  private Money captured(Fields fields, Currency currency) {
    return captured == null && Tender.OUR_LEDGER.equals(gateway)
        ? MoneyBody.optionalPrice(new Fields(), "captured", authorized, currency)
        : MoneyBody.optionalPrice(fields, "captured", captured, currency);
  }

  Tender toModel(Fields fields, int position, Currency currency) {
    return new Tender(
        Ids.next(),
        position,
        fields.required("kind", kind, TenderKind.CARD),
        fields.text("gateway", gateway, 50),
        fields.text("reference", reference, 200),
        fields.text("label", label, 100),
        MoneyBody.price(fields, "authorized", authorized, currency),
        captured(fields, currency),
        fields.each(
            "captures", captures, 50, (capture, within) -> capture.toModel(within, currency)));
  }
}
