package org.countermand.api.wire;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.UUID;
import org.countermand.cancellation.model.Basis;
import org.countermand.kernel.ReasonCode;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.DiscriminatorMapping;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.media.SchemaProperty;
import org.jspecify.annotations.Nullable;

/** On what ground a cancellation is asked for. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
  @JsonSubTypes.Type(value = BasisBody.Consent.class, name = "consent"),
  @JsonSubTypes.Type(value = BasisBody.Declaration.class, name = "declaration"),
  @JsonSubTypes.Type(value = BasisBody.ChannelInstruction.class, name = "channel_instruction")
})
@Schema(
    name = "Basis",
    oneOf = {
      BasisBody.Consent.class,
      BasisBody.Declaration.class,
      BasisBody.ChannelInstruction.class
    },
    discriminatorProperty = "type",
    discriminatorMapping = {
      @DiscriminatorMapping(value = "consent", schema = BasisBody.Consent.class),
      @DiscriminatorMapping(value = "declaration", schema = BasisBody.Declaration.class),
      @DiscriminatorMapping(
          value = "channel_instruction",
          schema = BasisBody.ChannelInstruction.class)
    })
public sealed interface BasisBody {

  Basis toModel(Fields fields);

  /** The buyer agreed to a quotation under a text, both named by what he saw. */
  @Schema(
      name = "ConsentBasis",
      requiredProperties = "type",
      properties =
          @SchemaProperty(name = "type", type = SchemaType.STRING, enumeration = "consent"))
  record Consent(
      @Schema(description = "The quotation's id", required = true) @Nullable UUID quotation,
      @Schema(description = "SHA-256 of the quotation's text", required = true)
          @Nullable String digest,
      @Schema(description = "SHA-256 of the disclosure's text", required = true)
          @Nullable String disclosureDigest)
      implements BasisBody {

    private static final UUID NO_QUOTATION = new UUID(0, 0);

    @Override
    public Basis.Consent toModel(Fields fields) {
      return new Basis.Consent(
          fields.required("quotation", quotation, NO_QUOTATION),
          fields.parsed("digest", digest, Texts::sha256).orElse(""),
          fields.parsed("disclosureDigest", disclosureDigest, Texts::sha256).orElse(""));
    }
  }

  /** The buyer declared it, in these words. */
  @Schema(
      name = "DeclarationBasis",
      requiredProperties = "type",
      properties =
          @SchemaProperty(name = "type", type = SchemaType.STRING, enumeration = "declaration"))
  record Declaration(
      @Schema(description = "The buyer's own words", maxLength = 10_000, required = true)
          @Nullable String text)
      implements BasisBody {

    @Override
    public Basis toModel(Fields fields) {
      String words = fields.optionalProse("text", text, 10_000);
      if (words.isBlank()) {
        fields.found(ReasonCode.FIELD_MISSING, "text");
      }
      return new Basis.Declaration(words);
    }
  }

  /** The channel says so. */
  @Schema(
      name = "ChannelInstructionBasis",
      requiredProperties = "type",
      properties =
          @SchemaProperty(
              name = "type",
              type = SchemaType.STRING,
              enumeration = "channel_instruction"))
  record ChannelInstruction(
      @Schema(description = "The channel's own id of its instruction", required = true)
          @Nullable String reference)
      implements BasisBody {

    @Override
    public Basis toModel(Fields fields) {
      return new Basis.ChannelInstruction(fields.text("reference", reference, 200));
    }
  }
}
