package org.countermand.api.wire;

import java.util.Currency;
import org.countermand.kernel.Ids;
import org.countermand.order.model.Tender;
import org.countermand.order.model.TenderKind;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A means of payment as it stands now; money goes back on the first tender first. */
@Schema(name = "Tender")
public record TenderBody(
    @Schema(required = true) @Nullable TenderKind kind,
    @Schema(example = "stripe", maxLength = 50, required = true) @Nullable String gateway,
    @Schema(description = "The gateway's own id of the payment", maxLength = 200, required = true)
        @Nullable String reference,
    @Schema(
            description = "What the buyer knows it by; never a full card number",
            example = "Visa •••• 4242",
            maxLength = 100,
            required = true)
        @Nullable String label,
    @Schema(required = true) @Nullable MoneyBody authorized,
    @Schema(description = "Zero if absent") @Nullable MoneyBody captured) {

  Tender toModel(Fields fields, int position, Currency currency) {
    return new Tender(
        Ids.next(),
        position,
        fields.required("kind", kind, TenderKind.CARD),
        fields.text("gateway", gateway, 50),
        fields.text("reference", reference, 200),
        fields.text("label", label, 100),
        MoneyBody.price(fields, "authorized", authorized, currency),
        MoneyBody.optionalPrice(fields, "captured", captured, currency));
  }
}
