package org.countermand.consent.model;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;

/**
 * The agreement to exactly one quotation under exactly one text.
 *
 * @param quotationDigest SHA-256 of the quotation's text as it was shown
 * @param disclosureVersion the text's version
 * @param disclosureDigest SHA-256 of the text
 * @param actorKind who gave it or on whose behalf it was given
 */
public record Consent(
    UUID id,
    UUID quotationId,
    UUID orderId,
    String quotationDigest,
    String disclosureVersion,
    String disclosureDigest,
    Locale locale,
    String actorKind,
    String actorId,
    Instant givenAt) {}
