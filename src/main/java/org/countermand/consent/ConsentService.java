package org.countermand.consent;

import jakarta.ejb.Stateless;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.countermand.consent.model.Consent;
import org.countermand.consent.model.Disclosure;
import org.countermand.kernel.Actor;
import org.countermand.kernel.Decision;
import org.countermand.refund.model.Quotation;

/** The door to what was shown and agreed. */
@Stateless
public class ConsentService {

  /** The text to show today in this language. */
  public Disclosure disclosure(Actor actor, Locale locale) {
    throw new UnsupportedOperationException();
  }

  /** Records the agreement to a quotation as it was shown under a text as it was shown. */
  public Decision<Consent> record(
      Actor actor, Quotation quotation, String disclosureDigest, Locale locale, Instant at) {
    throw new UnsupportedOperationException();
  }

  /** The consent to a quotation, if it was given. */
  public Optional<Consent> ofQuotation(Actor actor, UUID quotationId) {
    throw new UnsupportedOperationException();
  }
}
