package org.countermand.api.wire;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import org.countermand.order.model.TaxLine;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One tax by one authority as it was charged. */
@Schema(name = "Tax")
public record TaxBody(
    @Schema(example = "DE-VAT", maxLength = 50, required = true) @Nullable String authority,
    @Schema(description = "In percent, as text", example = "19", required = true)
        @Nullable String ratePercent,
    @Schema(required = true) @Nullable MoneyBody amount) {

  private static final int MOST = 20;

  static List<TaxLine> all(Fields fields, @Nullable List<TaxBody> taxes, Currency currency) {
    return fields.each("taxes", taxes, MOST, (tax, within) -> tax.toModel(within, currency));
  }

  private TaxLine toModel(Fields fields, Currency currency) {
    return new TaxLine(
        fields.text("authority", authority, 50),
        fields.parsed("ratePercent", ratePercent, Texts::rate).orElse(BigDecimal.ZERO),
        MoneyBody.price(fields, "amount", amount, currency));
  }
}
