package org.countermand.consent.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.countermand.consent.model.Disclosure;
import org.countermand.consent.model.Disclosures;

/** Disclosure texts as files of the release: versioned, hashed, never edited. */
@ApplicationScoped
public class DisclosureFiles implements Disclosures {

  /** All versions that were ever in force, the current one last. */
  private static final List<String> VERSIONS = List.of("cancellation-1");

  private static final List<Locale> LOCALES = List.of(Locale.ENGLISH, Locale.GERMAN, Locale.FRENCH);

  private final List<Disclosure> all =
      VERSIONS.stream()
          .flatMap(version -> LOCALES.stream().map(locale -> load(version, locale)))
          .toList();

  @Override
  public Disclosure current(Locale locale) {
    String version = VERSIONS.get(VERSIONS.size() - 1);
    return all.stream()
        .filter(text -> text.version().equals(version))
        .filter(text -> text.locale().getLanguage().equals(locale.getLanguage()))
        .findFirst()
        .orElseGet(() -> load(version, Locale.ENGLISH));
  }

  @Override
  public Optional<Disclosure> byDigest(String digest) {
    return all.stream().filter(text -> text.digest().equals(digest)).findFirst();
  }

  private static Disclosure load(String version, Locale locale) {
    String name = "/legal/" + version + "_" + locale.getLanguage() + ".txt";
    try (InputStream file = DisclosureFiles.class.getResourceAsStream(name)) {
      if (file == null) {
        throw new IllegalStateException("The release lacks " + name);
      }
      String text = new String(file.readAllBytes(), StandardCharsets.UTF_8).strip();
      return new Disclosure(version, locale, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
