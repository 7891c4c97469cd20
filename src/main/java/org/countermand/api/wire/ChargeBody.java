package org.countermand.api.wire;

import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.countermand.kernel.Ids;
import org.countermand.kernel.ReasonCode;
import org.countermand.order.model.Charge;
import org.countermand.order.model.OrderLine;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What was charged beside the goods. */
@Schema(name = "Charge")
public record ChargeBody(
    @Schema(required = true) Charge.@Nullable Kind kind,
    @Schema(
            description = "The position of the line it was made for, from 1; absent if the order",
            minimum = "1")
        @Nullable Integer line,
    @Schema(
            description = "In the order's price basis; only ROUNDING may be negative",
            required = true)
        @Nullable MoneyBody amount,
    @Nullable List<TaxBody> taxes) {

  Charge toModel(Fields fields, List<OrderLine> lines, Currency currency) {
    Charge.Kind what = fields.required("kind", kind, Charge.Kind.SHIPPING);
    return new Charge(
        Ids.next(),
        what,
        lineOf(fields, lines),
        what == Charge.Kind.ROUNDING
            ? MoneyBody.difference(fields, "amount", amount, currency)
            : MoneyBody.price(fields, "amount", amount, currency),
        TaxBody.all(fields, taxes, currency),
        false);
  }

  private Optional<UUID> lineOf(Fields fields, List<OrderLine> lines) {
    if (line == null) {
      return Optional.empty();
    }
    if (line < 1 || line > lines.size()) {
      fields.found(ReasonCode.LINE_UNKNOWN, "line");
      return Optional.empty();
    }
    return Optional.of(lines.get(line - 1).id());
  }
}
