package org.countermand.consent.model;

import java.util.Locale;
import java.util.Optional;

/** Where disclosures come from. */
public interface Disclosures {

  /** The text in force today, in this language or else in English. */
  Disclosure current(Locale locale);

  /** A text that was in force at some time, by its digest. */
  Optional<Disclosure> byDigest(String digest);
}
