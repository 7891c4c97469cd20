package org.countermand.api.wire;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Locale;
import org.countermand.kernel.Jurisdiction;
import org.countermand.order.model.Buyer;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Who bought. */
@Schema(name = "Buyer")
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record BuyerBody(
    @Schema(required = true) Buyer.@Nullable Kind kind,
    @Schema(maxLength = 200, required = true) @Nullable String name,
    @Schema(maxLength = 254, required = true) @Nullable String email,
    @Schema(description = "Whose consumer law applies", required = true)
        @Nullable Residence residence,
    @Schema(description = "BCP 47, the language of letters", example = "de-DE", required = true)
        @Nullable String locale,
    @Schema(description = "The shop's own word for the group of customers", maxLength = 100)
        @Nullable String segment,
    @Schema(maxLength = 50) @Nullable String taxId) {

  private static final Jurisdiction SOMEWHERE = Jurisdiction.of("DE");

  /** A place whose law applies. */
  @JsonInclude(JsonInclude.Include.NON_EMPTY)
  public record Residence(
      @Schema(description = "ISO 3166-1 alpha-2", example = "DE", required = true)
          @Nullable String country,
      @Schema(description = "The region's own code where its law differs", example = "CA")
          @Nullable String region) {

    private Jurisdiction toModel(Fields fields) {
      return new Jurisdiction(
          fields.parsed("country", country, Texts::country).orElse(SOMEWHERE.country()),
          fields.optionalParsed("region", region, Texts::region).orElse(""));
    }
  }

  Buyer toModel(Fields fields) {
    return new Buyer(
        fields.required("kind", kind, Buyer.Kind.CONSUMER),
        fields.text("name", name, 200),
        email(fields),
        residence == null
            ? fields.required("residence", null, SOMEWHERE)
            : residence.toModel(fields.within("residence")),
        fields.parsed("locale", locale, Texts::locale).orElse(Locale.ENGLISH),
        fields.optionalText("segment", segment, 100),
        fields.optionalText("taxId", taxId, 50));
  }

  private String email(Fields fields) {
    String address = fields.text("email", email, 254);
    return address.isBlank()
        ? ""
        : fields.optionalParsed("email", address, Texts::email).orElse("");
  }

  static BuyerBody of(Buyer buyer) {
    return new BuyerBody(
        buyer.kind(),
        buyer.name(),
        buyer.email(),
        new Residence(buyer.residence().country(), buyer.residence().region()),
        buyer.locale().toLanguageTag(),
        buyer.segment(),
        buyer.taxId());
  }
}
