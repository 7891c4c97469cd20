package org.countermand.api.wire;

import java.util.Currency;
import java.util.List;
import org.countermand.kernel.Ids;
import org.countermand.order.model.Claims;
import org.countermand.order.model.ItemClass;
import org.countermand.order.model.OrderLine;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** So many units of one thing, with what was charged for all of them together. */
@Schema(name = "Line")
public record LineBody(
    @Schema(maxLength = 100, required = true) @Nullable String sku,
    @Schema(maxLength = 500, required = true) @Nullable String description,
    @Schema(defaultValue = "GOODS") @Nullable ItemClass itemClass,
    @Schema(
            description = "What the buyer saw and agreed to about the class at checkout",
            maxLength = 1000)
        @Nullable String evidence,
    @Schema(minimum = "1", required = true) @Nullable Integer quantity,
    @Schema(description = "All units before discounts, in the order's price basis", required = true)
        @Nullable MoneyBody goods,
    @Nullable List<DiscountBody> discounts,
    @Nullable List<TaxBody> taxes) {

  OrderLine toModel(Fields fields, int position, Currency currency) {
    return new OrderLine(
        Ids.next(),
        position,
        fields.text("sku", sku, 100),
        fields.text("description", description, 500),
        itemClass == null ? ItemClass.GOODS : itemClass,
        fields.optionalProse("evidence", evidence, 1000),
        fields.required("quantity", quantity, 1),
        MoneyBody.price(fields, "goods", goods, currency),
        fields.each("discounts", discounts, 20, (share, within) -> share.toModel(within, currency)),
        TaxBody.all(fields, taxes, currency),
        Claims.NONE);
  }
}
