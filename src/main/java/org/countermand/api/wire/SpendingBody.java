package org.countermand.api.wire;

import java.util.Currency;
import java.util.Optional;
import org.countermand.kernel.Decision;
import org.countermand.kernel.Money;
import org.countermand.kernel.ReasonCode;
import org.countermand.payment.model.Spending;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Something was bought with a gift card or store credit. */
@Schema(name = "Spending")
public record SpendingBody(
    @Schema(
            description = "The shop's own id of it; told again under the same id it is booked once",
            maxLength = 200,
            required = true)
        @Nullable String id,
    @Schema(description = "More than nothing, in the card's currency", required = true)
        @Nullable MoneyBody amount) {

  /** What was told, or everything that is wrong with it. */
  public Decision<Spending> toModel(String reference) {
    Fields fields = new Fields();
    String own = fields.text("id", id, 200);
    Optional<Money> money = amount == null ? missing(fields) : amount(fields, amount);
    return fields.findings().isEmpty()
        ? Decision.yes(new Spending(reference, own, money.orElseThrow()))
        : Decision.no(fields.findings());
  }

  private static Optional<Money> missing(Fields fields) {
    fields.found(ReasonCode.FIELD_MISSING, "amount");
    return Optional.empty();
  }

  private static Optional<Money> amount(Fields fields, MoneyBody body) {
    Optional<Currency> currency =
        fields.within("amount").parsed("currency", body.currency(), Texts::currency);
    Optional<Money> money = currency.map(known -> MoneyBody.price(fields, "amount", body, known));
    if (money.filter(Money::isZero).isPresent() && fields.findings().isEmpty()) {
      fields.within("amount").invalid("minor");
    }
    return money;
  }
}
