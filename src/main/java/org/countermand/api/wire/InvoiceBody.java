package org.countermand.api.wire;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import org.countermand.order.model.Invoice;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The original document of the supply; all empty while none is issued. */
@Schema(name = "Invoice")
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record InvoiceBody(
    @Schema(maxLength = 100) @Nullable String number,
    @Schema(format = "date") @Nullable String issuedOn,
    @Schema(format = "date") @Nullable String suppliedOn,
    @Schema(maxLength = 50) @Nullable String sellerTaxId) {

  /** No invoice yet. */
  static final Invoice NONE = new Invoice("", null, null, "");

  Invoice toModel(Fields fields) {
    return new Invoice(
        fields.optionalText("number", number, 100),
        fields.optionalParsed("issuedOn", issuedOn, Texts::date).orElse(null),
        fields.optionalParsed("suppliedOn", suppliedOn, Texts::date).orElse(null),
        fields.optionalText("sellerTaxId", sellerTaxId, 50));
  }

  static InvoiceBody of(Invoice invoice) {
    return new InvoiceBody(
        invoice.number(),
        text(invoice.issuedOn()),
        text(invoice.suppliedOn()),
        invoice.sellerTaxId());
  }

  private static @Nullable String text(@Nullable LocalDate date) {
    return date == null ? null : date.toString();
  }
}
