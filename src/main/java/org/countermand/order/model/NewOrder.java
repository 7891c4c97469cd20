package org.countermand.order.model;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.countermand.kernel.Finding;
import org.countermand.kernel.Money;
import org.countermand.kernel.ReasonCode;

/**
 * An order as a channel brings it, checked before it is stored.
 *
 * @param order the canonical order with ids already given and nothing claimed
 * @param payload the channel's exact bytes, kept verbatim; its digest makes a repeated intake
 *     recognisable
 */
public record NewOrder(Order order, String payload) {

  private static final long LARGEST_MINOR = 1_000_000_000_000L;
  private static final int LONGEST_REFERENCE = 200;

  /** Everything that is wrong with it; an empty list means that it can be taken in. */
  public List<Finding> findings() {
    List<Finding> findings = new ArrayList<>();
    if (order.lines().isEmpty()) {
      findings.add(Finding.of(ReasonCode.FIELD_MISSING, "field", "lines"));
    }
    if (order.tenders().isEmpty()) {
      findings.add(Finding.of(ReasonCode.FIELD_MISSING, "field", "tenders"));
    }
    order.lines().forEach(line -> check(line, findings));
    order.charges().forEach(charge -> check(charge, findings));
    order.tenders().forEach(tender -> check(tender, findings));
    amount(order.cheapestDelivery(), "cheapestDelivery", findings);
    fulfilments(findings);
    if (findings.isEmpty()) {
      totals(findings);
    }
    return findings;
  }

  private void check(OrderLine line, List<Finding> findings) {
    String field = "lines[" + line.position() + "]";
    if (line.quantity() < 1) {
      findings.add(Finding.of(ReasonCode.QUANTITY_NOT_POSITIVE, "field", field));
    }
    if (line.quantity() > 1_000_000) {
      findings.add(Finding.of(ReasonCode.QUANTITY_TOO_LARGE, "field", field, "free", 1_000_000));
    }
    if (line.sku().isBlank()) {
      findings.add(Finding.of(ReasonCode.FIELD_MISSING, "field", field + ".sku"));
    }
    if (line.sku().chars().anyMatch(Character::isISOControl)) {
      findings.add(Finding.of(ReasonCode.FIELD_INVALID, "field", field + ".sku"));
    }
    if (line.itemClass() == ItemClass.GIFT_CARD) {
      card(line, field, findings);
    }
    amount(line.goods(), field + ".goods", findings);
    line.taxes().forEach(tax -> amount(tax.amount(), field + ".taxes", findings));
    for (DiscountShare share : line.discounts()) {
      if (!share.amount().currency().equals(order.currency()) || share.amount().isPositive()) {
        findings.add(Finding.of(ReasonCode.FIELD_INVALID, "field", field + ".discounts"));
      }
    }
  }

  private void check(Charge charge, List<Finding> findings) {
    boolean either = charge.kind() == Charge.Kind.ROUNDING && charge.amount().isNegative();
    amount(either ? charge.amount().negated() : charge.amount(), "charges.amount", findings);
    charge.taxes().forEach(tax -> amount(tax.amount(), "charges.taxes", findings));
  }

  private void check(Tender tender, List<Finding> findings) {
    String field = "tenders[" + tender.position() + "]";
    amount(tender.authorized(), field + ".authorized", findings);
    amount(tender.captured(), field + ".captured", findings);
    if (tender.captured().minor() > tender.authorized().minor()) {
      findings.add(Finding.of(ReasonCode.FIELD_INVALID, "field", field + ".captured"));
    }
    if (tender.internal()) {
      credit(tender, field, findings);
    }
    captures(tender, field, findings);
    if (tender.label().chars().anyMatch(Character::isISOControl)) {
      findings.add(Finding.of(ReasonCode.FIELD_INVALID, "field", field + ".label"));
    }
    if (tender.gateway().isBlank() || tender.reference().isBlank()) {
      findings.add(Finding.of(ReasonCode.FIELD_MISSING, "field", field + ".reference"));
    }
  }

  /** A card that nobody can name could not be looked up when it is cancelled. */
  private static void card(OrderLine line, String field, List<Finding> findings) {
    if (line.card().isEmpty()) {
      findings.add(Finding.of(ReasonCode.FIELD_MISSING, "field", field + ".evidence"));
    } else if (line.evidence().length() > LONGEST_REFERENCE
        || line.evidence().chars().anyMatch(Character::isISOControl)) {
      findings.add(Finding.of(ReasonCode.FIELD_INVALID, "field", field + ".evidence"));
    }
  }

  /** What stands in our ledger is one of its kinds, and was taken when it was paid with. */
  private static void credit(Tender tender, String field, List<Finding> findings) {
    if (!tender.kind().credit()) {
      findings.add(Finding.of(ReasonCode.FIELD_INVALID, "field", field + ".kind"));
    }
    if (!tender.captured().equals(tender.authorized())) {
      findings.add(Finding.of(ReasonCode.FIELD_INVALID, "field", field + ".captured"));
    }
  }

  private void captures(Tender tender, String field, List<Finding> findings) {
    tender.captures().forEach(c -> amount(c.amount(), field + ".captures", findings));
    boolean ofOneCurrency =
        tender.captures().stream().allMatch(c -> c.amount().currency().equals(order.currency()));
    if (!tender.captures().isEmpty()
        && ofOneCurrency
        && tender.captures().stream().mapToLong(c -> c.amount().minor()).sum()
            != tender.captured().minor()) {
      findings.add(Finding.of(ReasonCode.FIELD_INVALID, "field", field + ".captures"));
    }
  }

  private void fulfilments(List<Finding> findings) {
    Set<UUID> known = new HashSet<>();
    order.lines().forEach(line -> known.add(line.id()));
    boolean allKnown = order.fulfilments().stream().allMatch(f -> known.containsAll(f.lineIds()));
    if (!allKnown) {
      findings.add(Finding.of(ReasonCode.LINE_UNKNOWN, "field", "fulfilments"));
    }
  }

  private void totals(List<Finding> findings) {
    Money paid = order.tenders().stream().map(Tender::authorized).reduce(order.zero(), Money::plus);
    if (!paid.equals(order.total())) {
      findings.add(Finding.of(ReasonCode.TOTALS_DISAGREE, "charged", order.total(), "paid", paid));
    }
    boolean negative =
        order.lines().stream().anyMatch(line -> line.total(order.priceBasis()).isNegative());
    if (negative) {
      findings.add(Finding.of(ReasonCode.FIELD_INVALID, "field", "lines.discounts"));
    }
  }

  private void amount(Money amount, String field, List<Finding> findings) {
    if (!amount.currency().equals(order.currency())) {
      findings.add(Finding.of(ReasonCode.CURRENCY_MISMATCH, "field", field));
    } else if (amount.isNegative() || amount.minor() > LARGEST_MINOR) {
      findings.add(Finding.of(ReasonCode.FIELD_INVALID, "field", field));
    }
  }
}
