package org.countermand.api.wire;

import java.util.Currency;
import org.countermand.order.model.DiscountShare;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A line's share of a discount as charged. */
@Schema(name = "Discount")
public record DiscountBody(
    @Schema(description = "The promotion's code", maxLength = 100, required = true)
        @Nullable String code,
    @Schema(description = "Negative or zero", required = true) @Nullable MoneyBody amount,
    @Schema(
            description =
                "The value of the order's goods before discounts from which it was granted; absent"
                    + " if it was granted without condition")
        @Nullable MoneyBody threshold) {

  DiscountShare toModel(Fields fields, Currency currency) {
    return new DiscountShare(
        fields.text("code", code, 100),
        MoneyBody.deduction(fields, "amount", amount, currency),
        MoneyBody.optionalValue(fields, "threshold", threshold, currency));
  }
}
