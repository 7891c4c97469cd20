package org.countermand.tax.model;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.countermand.kernel.Finding;
import org.countermand.kernel.Jurisdiction;
import org.countermand.kernel.ReasonCode;
import org.countermand.order.model.Order;
import org.countermand.order.model.TaxLine;

/**
 * Whose tax an order bears: the country and region before the name of each tax, {@code DE} of
 * {@code DE-VAT} and {@code US-CA} of {@code US-CA-SALES}; without any tax the buyer's residence.
 *
 * @param place the residence too where it is unclear
 * @param doubt why it is unclear
 */
public record TaxPlace(Jurisdiction place, Optional<Finding> doubt) {

  /** What tax offices call a country, where ISO 3166-1 calls it otherwise. */
  private static final Map<String, String> OWN_NAMES = Map.of("EL", "GR", "UK", "GB");

  /** Second words of taxes that are no region. */
  private static final Set<String> TAXES = Set.of("VAT", "GST", "TAX", "JCT", "IVA", "UST", "TVA");

  /** Finds it. */
  public static TaxPlace of(Order order) {
    Set<String> authorities = authorities(order);
    Jurisdiction residence = order.buyer().residence();
    if (authorities.isEmpty()) {
      return new TaxPlace(residence, Optional.empty());
    }
    List<Optional<Jurisdiction>> places = authorities.stream().map(TaxPlace::read).toList();
    Set<String> countries =
        places.stream()
            .map(place -> place.map(Jurisdiction::country).orElse(""))
            .collect(Collectors.toCollection(TreeSet::new));
    if (countries.size() > 1 || countries.contains("")) {
      return new TaxPlace(
          residence,
          Optional.of(
              Finding.of(
                  ReasonCode.TAX_PLACE_UNCLEAR, "authorities", String.join(", ", authorities))));
    }
    return new TaxPlace(
        new Jurisdiction(countries.iterator().next(), region(places)), Optional.empty());
  }

  /** The region, if all that name one name the same. */
  private static String region(List<Optional<Jurisdiction>> places) {
    Set<String> regions =
        places.stream()
            .flatMap(Optional::stream)
            .map(Jurisdiction::region)
            .filter(region -> !region.isEmpty())
            .collect(Collectors.toSet());
    return regions.size() == 1 ? regions.iterator().next() : "";
  }

  private static Optional<Jurisdiction> read(String authority) {
    String[] parts = authority.split("-", 3);
    String country = OWN_NAMES.getOrDefault(parts[0], parts[0]);
    if (parts.length == 1 || !Jurisdiction.exists(country)) {
      return Optional.empty();
    }
    boolean regional = parts.length > 2 && !TAXES.contains(parts[1]);
    return Optional.of(new Jurisdiction(country, regional ? parts[1] : ""));
  }

  /** Zero too: a rate of zero is charged by somebody. */
  private static Set<String> authorities(Order order) {
    return Stream.concat(
            order.lines().stream().flatMap(line -> line.taxes().stream()),
            order.charges().stream().flatMap(charge -> charge.taxes().stream()))
        .map(TaxLine::authority)
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
