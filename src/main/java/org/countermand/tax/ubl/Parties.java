package org.countermand.tax.ubl;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.countermand.order.model.Buyer;
import org.countermand.tax.model.CreditDocument;
import org.countermand.tax.model.Seller;
import org.countermand.tax.model.Supply;

/**
 * By which numbers seller and buyer are known. The seller's is the one on the original invoice;
 * where the order does not tell it, the one of the scheme, of the place of the supply, of the
 * seller's seat.
 */
final class Parties {

  /** Before a buyer's tax id that is the address of a German public body. */
  static final String ROUTING = "LEITWEG:";

  private final Set<String> sellerIds = new LinkedHashSet<>();
  private final String buyerId;

  Parties(CreditDocument document) {
    Seller seller = document.seller();
    Supply supply = document.reversal().supply();
    String seat = seller.seat().country();
    sellerIds.add(supply.invoice().sellerTaxId().strip());
    List<String> schemes = new ArrayList<>();
    if (!supply.scheme().isEmpty()) {
      schemes.add(supply.scheme() + "-" + seat);
      schemes.add(supply.scheme());
    }
    schemes.add("VAT-" + supply.place().country());
    schemes.add("VAT-" + seat);
    schemes.add("OSS-" + seat);
    schemes.add(seat + "-UID");
    schemes.add(seat + "-ORG");
    for (String scheme : schemes) {
      seller.taxId(scheme).map(String::strip).ifPresent(sellerIds::add);
    }
    sellerIds.remove("");
    Buyer buyer = supply.buyer();
    buyerId = buyer.taxId().strip();
  }

  /** All that are known, the best first. */
  Set<String> sellerIds() {
    return sellerIds;
  }

  /** BT-31. */
  Optional<String> sellerVat() {
    return sellerIds.stream().filter(VatNumbers::isVat).findFirst();
  }

  /** BT-30 and BT-32: of a tax office that puts no country before it. */
  Optional<String> sellerNumber() {
    return sellerIds.stream().filter(id -> !VatNumbers.isVat(id)).findFirst();
  }

  /** BT-48. */
  Optional<String> buyerVat() {
    return isRouted() ? Optional.empty() : Optional.of(buyerId).filter(VatNumbers::isVat);
  }

  /** BT-47. */
  Optional<String> buyerNumber() {
    return isRouted() || buyerId.isEmpty() || VatNumbers.isVat(buyerId)
        ? Optional.empty()
        : Optional.of(buyerId);
  }

  /** BT-10, the Leitweg-ID. */
  Optional<String> routing() {
    return isRouted() ? Optional.of(buyerId.substring(ROUTING.length())) : Optional.empty();
  }

  private boolean isRouted() {
    return buyerId.startsWith(ROUTING) && buyerId.length() > ROUTING.length();
  }
}
