package org.countermand.tax.pdf;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.countermand.tax.model.CreditDocument;
import org.countermand.tax.model.Seller;
import org.countermand.tax.model.Supply;

/** Who the seller is: address, and those of the tax numbers that matter to this supply. */
final class Identities {

  private final Seller seller;
  private final Supply supply;
  private final Wording wording;

  Identities(CreditDocument document, Wording wording) {
    this.seller = document.seller();
    this.supply = document.reversal().supply();
    this.wording = wording;
  }

  List<String> address() {
    List<String> lines = new ArrayList<>(List.of(seller.street()));
    lines.add((seller.postcode() + " " + seller.city()).strip());
    lines.add(country(seller.seat().country()));
    lines.add(seller.email());
    lines.removeIf(String::isBlank);
    return lines;
  }

  /** Those of the seat, of the place of the supply, and of the scheme of the supply. */
  List<String> taxNumbers() {
    List<String> lines = new ArrayList<>();
    for (Map.Entry<String, String> id : new TreeMap<>(seller.taxIds()).entrySet()) {
      List<String> parts = List.of(id.getKey().split("-", -1));
      boolean matters =
          parts.contains(seller.seat().country())
              || parts.contains(supply.place().country())
              || (!supply.scheme().isEmpty() && parts.contains(supply.scheme()));
      if (matters && !id.getValue().isBlank()) {
        lines.add(
            wording.say("labelled", Map.of("label", label(parts), "value", id.getValue().strip())));
      }
    }
    return lines;
  }

  private String label(List<String> parts) {
    String code =
        parts.stream()
            .filter(part -> !part.equals(seller.seat().country()))
            .filter(part -> !part.equals(supply.place().country()))
            .findFirst()
            .orElse(parts.get(0));
    return wording.find("id." + code).orElse(code);
  }

  private String country(String code) {
    return new Locale("", code).getDisplayCountry(wording.locale());
  }
}
