package org.countermand.api.wire;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.countermand.cancellation.model.Assent;
import org.countermand.cancellation.model.Basis;
import org.countermand.kernel.Actor;
import org.countermand.kernel.Decision;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The buyer agrees to the amounts that have replaced the first ones; both named as he saw them. */
@Schema(name = "ConsentRequest")
public record ConsentBody(
    @Schema(description = "The id of the quotation that is offered now", required = true)
        @Nullable UUID quotation,
    @Schema(description = "SHA-256 of the quotation's text", required = true)
        @Nullable String digest,
    @Schema(
            description = "SHA-256 of the disclosure's text, which says its version and language",
            required = true)
        @Nullable String disclosureDigest) {

  /**
   * The agreement in the words of the model.
   *
   * @param idempotencyKey the caller's own key, if he gave one
   * @param text the exact text that this was read from, kept as the declaration
   */
  public Decision<Assent> toModel(
      Actor actor,
      UUID cancellationId,
      Optional<String> idempotencyKey,
      String text,
      Locale locale,
      Instant at) {
    Fields fields = new Fields();
    Basis.Consent consent =
        new BasisBody.Consent(quotation, digest, disclosureDigest).toModel(fields);
    return fields.findings().isEmpty()
        ? Decision.yes(
            new Assent(actor, cancellationId, consent, idempotencyKey.orElse(""), text, locale, at))
        : Decision.no(fields.findings());
  }
}
