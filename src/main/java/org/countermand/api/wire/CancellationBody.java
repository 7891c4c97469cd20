package org.countermand.api.wire;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.countermand.cancellation.model.Basis;
import org.countermand.cancellation.model.Kind;
import org.countermand.cancellation.model.Request;
import org.countermand.kernel.Actor;
import org.countermand.kernel.Decision;
import org.countermand.kernel.Finding;
import org.countermand.kernel.ReasonCode;
import org.countermand.order.model.Ask;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A request for a cancellation. */
@Schema(name = "CancellationRequest")
public record CancellationBody(
    @Schema(description = "The order's id", required = true) @Nullable UUID order,
    @Schema(description = "What; absent for a consent, whose quotation says what")
        @Nullable List<SelectionBody.Choice> lines,
    @Schema(required = true) @Nullable BasisBody basis,
    @Schema(description = "Why, in the requester's words", maxLength = 500) @Nullable String reason,
    @Schema(defaultValue = "CANCELLATION") @Nullable Kind kind) {

  private static final UUID NO_ORDER = new UUID(0, 0);
  private static final Basis NO_BASIS = new Basis.Declaration("");

  /**
   * The request in the words of the model.
   *
   * @param idempotencyKey the caller's own key, if he gave one
   * @param text the exact text that this was read from, kept as the declaration
   */
  public Decision<Request> toModel(
      Actor actor, Optional<String> idempotencyKey, String text, Locale locale, Instant at) {
    Fields fields = new Fields();
    UUID orderId = fields.required("order", order, NO_ORDER);
    List<Ask> asks = SelectionBody.toModel(fields, lines);
    Basis ground =
        basis == null
            ? fields.required("basis", null, NO_BASIS)
            : basis.toModel(fields.within("basis"));
    String words = fields.optionalProse("reason", reason, 500);
    if (ground instanceof Basis.Consent && !asks.isEmpty()) {
      // Two answers to one question could differ; the quotation's is the one that was agreed to.
      fields.invalid("lines");
    }
    if (!fields.findings().isEmpty()) {
      return Decision.no(fields.findings());
    }
    if (idempotencyKey.isEmpty() && !(ground instanceof Basis.Consent)) {
      // A consent is its own key; anything else sent twice would be asked for twice.
      return Decision.no(Finding.of(ReasonCode.IDEMPOTENCY_KEY_MISSING));
    }
    return Decision.yes(
        new Request(
            actor,
            orderId,
            kind == null ? Kind.CANCELLATION : kind,
            asks,
            ground,
            words,
            idempotencyKey.orElse(""),
            text,
            locale,
            at));
  }
}
