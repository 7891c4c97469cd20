package org.countermand.api.wire;

import java.util.Currency;
import java.util.List;
import org.countermand.kernel.Ids;
import org.countermand.order.model.Charge;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What was charged beside the goods. */
@Schema(name = "Charge")
public record ChargeBody(
    @Schema(required = true) Charge.@Nullable Kind kind,
    @Schema(description = "In the order's price basis", required = true) @Nullable MoneyBody amount,
    @Nullable List<TaxBody> taxes) {

  Charge toModel(Fields fields, Currency currency) {
    return new Charge(
        Ids.next(),
        fields.required("kind", kind, Charge.Kind.SHIPPING),
        MoneyBody.price(fields, "amount", amount, currency),
        TaxBody.all(fields, taxes, currency),
        false);
  }
}
