package org.countermand.consent;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.countermand.consent.model.Consent;
import org.countermand.consent.model.Disclosure;
import org.countermand.consent.model.Disclosures;
import org.countermand.consent.store.ConsentRepository;
import org.countermand.kernel.Action;
import org.countermand.kernel.Actor;
import org.countermand.kernel.Decision;
import org.countermand.kernel.Ids;
import org.countermand.kernel.ReasonCode;
import org.countermand.refund.model.Quotation;

/** The door to what was shown and agreed. */
@Stateless
public class ConsentService {

  @Inject private ConsentRepository consents;
  @Inject private Disclosures disclosures;

  /** The text to show today in this language. */
  public Disclosure disclosure(Actor actor, Locale locale) {
    return disclosures.current(locale);
  }

  /**
   * Records the agreement to a quotation under a text, each as it was shown. A text that was never
   * shown by us is refused as {@link ReasonCode#CONSENT_MISSING}.
   */
  public Decision<Consent> record(
      Actor actor, Quotation quotation, String disclosureDigest, Locale locale, Instant at) {
    if (!actor.permissions().contains(Action.REQUEST_CANCELLATION)) {
      return Decision.no(ReasonCode.NOT_PERMITTED);
    }
    Optional<Disclosure> shown = disclosures.byDigest(disclosureDigest);
    if (shown.isEmpty()) {
      return Decision.no(ReasonCode.CONSENT_MISSING);
    }
    return Decision.yes(
        consents.insert(
            new Consent(
                Ids.next(),
                quotation.id(),
                quotation.orderId(),
                quotation.digest(),
                shown.get().version(),
                disclosureDigest,
                locale,
                actor.kind(),
                actor.id(),
                at)));
  }

  /** The consent to a quotation, if it was given. */
  public Optional<Consent> ofQuotation(Actor actor, UUID quotationId) {
    return actor.permissions().contains(Action.VIEW_CANCELLATION)
        ? consents.ofQuotation(quotationId)
        : Optional.empty();
  }
}
