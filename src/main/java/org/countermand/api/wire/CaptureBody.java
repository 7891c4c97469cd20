package org.countermand.api.wire;

import java.time.Instant;
import java.util.Currency;
import org.countermand.kernel.Money;
import org.countermand.order.model.Capture;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Money that was taken at one time. */
@Schema(name = "Capture")
public record CaptureBody(
    @Schema(description = "The gateway's own id of it, if it has one", maxLength = 200)
        @Nullable String reference,
    @Schema(required = true) @Nullable MoneyBody amount,
    @Schema(example = "2026-11-20T10:00:00Z", required = true) @Nullable String at) {

  Capture toModel(Fields fields, Currency currency) {
    Money taken = MoneyBody.price(fields, "amount", amount, currency);
    if (amount != null && taken.isZero()) {
      fields.within("amount").invalid("minor");
    }
    return new Capture(
        fields.optionalText("reference", reference, 200),
        taken,
        fields.parsed("at", at, Texts::instant).orElse(Instant.EPOCH));
  }
}
