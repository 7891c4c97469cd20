package org.countermand.tax.ubl;

import java.util.List;
import java.util.Set;
import org.countermand.kernel.Jurisdiction;
import org.countermand.order.model.Buyer;
import org.countermand.order.model.TaxLine;
import org.countermand.tax.model.CreditDocument;
import org.countermand.tax.model.Regime;
import org.countermand.tax.model.Regimes;
import org.countermand.tax.model.ReversedItem;

/**
 * Why something bore no tax, as far as an order tells.
 *
 * <ul>
 *   <li>K: goods to a business with a VAT number in another member state, at zero by the seller's
 *       state or with no tax at all (Directive 2006/112/EC Art. 138);
 *   <li>AE: the same, at zero by the buyer's state, which the buyer pays (Art. 194 to 196);
 *   <li>G: to a buyer outside the seller's territory (Art. 146);
 *   <li>Z: any other rate of zero that was told: somebody charges it;
 *   <li>O: no tax at all on a document of a seller that has no tax number;
 *   <li>E: all else. The order does not tell an exemption's article, so the reason says just that.
 * </ul>
 */
final class Untaxed {

  private static final String UNION = "eu";
  private static final Set<String> TERRITORIES =
      Set.of(UNION, "unitedkingdom", "switzerland", "norway");

  private final Parties parties;
  private final String seller;
  private final String residence;
  private final Regime home;
  private final Regime away;
  private final boolean business;
  private final boolean whole;

  Untaxed(CreditDocument document, Parties parties) {
    this.parties = parties;
    Buyer buyer = document.reversal().supply().buyer();
    seller = document.seller().seat().country();
    residence = buyer.residence().country();
    home = Regimes.of(Jurisdiction.of(seller));
    away = Regimes.of(Jurisdiction.of(residence));
    business = buyer.kind() == Buyer.Kind.BUSINESS;
    whole =
        document.reversal().items().stream()
            .map(ReversedItem::taxes)
            .allMatch(taxes -> taxes.isEmpty());
  }

  /** The category of what bears these taxes, none of which is above zero. */
  VatCategory category(List<TaxLine> taxes) {
    String by = taxes.isEmpty() ? seller : country(taxes.get(0));
    if (betweenMemberStates()) {
      if (by.equals(seller)) {
        return VatCategory.INTRA_COMMUNITY;
      }
      if (by.equals(residence)) {
        return VatCategory.REVERSE_CHARGE;
      }
    }
    if (by.equals(seller) && home != away && TERRITORIES.contains(home.code())) {
      return VatCategory.EXPORT;
    }
    if (!taxes.isEmpty()) {
      return VatCategory.ZERO;
    }
    return whole && parties.sellerIds().isEmpty() ? VatCategory.OUTSIDE_SCOPE : VatCategory.EXEMPT;
  }

  private boolean betweenMemberStates() {
    return business
        && home.code().equals(UNION)
        && away.code().equals(UNION)
        && !seller.equals(residence)
        && parties.sellerVat().isPresent()
        && parties.buyerVat().filter(id -> !VatNumbers.country(id).equals(seller)).isPresent();
  }

  private static String country(TaxLine tax) {
    return VatNumbers.country(tax.authority());
  }
}
