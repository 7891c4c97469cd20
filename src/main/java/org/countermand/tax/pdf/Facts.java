package org.countermand.tax.pdf;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.countermand.kernel.Money;
import org.countermand.order.model.Buyer;
import org.countermand.tax.model.CreditDocument;
import org.countermand.tax.model.DocumentKind;
import org.countermand.tax.model.Supply;

/**
 * The facts of a document that stand above its lines; what only the seller's staff needs does not.
 */
final class Facts {

  private static final List<String> OF_RULING =
      List.of(
          "reason",
          "priceDifference",
          "taxDifference",
          "taxAdjusted",
          "financialYear",
          "state",
          "purpose",
          "issuer",
          "motive",
          "relation",
          "use",
          "scheme");

  private static final Pattern AMOUNT = Pattern.compile("-?\\d+(\\.\\d+)? [A-Z]{3}");

  private final CreditDocument document;
  private final Wording wording;
  private final List<Row> rows = new ArrayList<>();

  private Facts(CreditDocument document, Wording wording) {
    this.document = document;
    this.wording = wording;
  }

  static List<Row> of(CreditDocument document, Wording wording) {
    Facts facts = new Facts(document, wording);
    facts.identify();
    facts.rule();
    return List.copyOf(facts.rows);
  }

  private void identify() {
    Supply supply = document.reversal().supply();
    Buyer buyer = supply.buyer();
    rows.add(Row.strong(wording.say("label.number"), document.number()));
    add("label.issuedOn", wording.date(document.issuedOn()));
    if (document.ruling().document() == DocumentKind.RETURN_INVOICE) {
      add("label.returnedOn", wording.date(document.reversal().on()));
    }
    if (supply.isInvoiced()) {
      add(original(), supply.invoice().number());
      add("label.originalOn", wording.date(supply.invoicedOn()));
    }
    add("label.suppliedOn", wording.date(supply.suppliedOn()));
    add("label.order", supply.orderNumber());
    add("label.corrects", document.corrects());
    add("label.buyer", buyer.name());
    add("label.buyerTaxId", buyer.taxId());
    add("label.currency", supply.currency().getCurrencyCode());
  }

  /** Some services call the original by a name of their own. */
  private String original() {
    Map<String, String> facts = document.ruling().facts();
    if (facts.containsKey("uuid")) {
      return "fact.uuid";
    }
    return facts.containsKey("key") ? "fact.key" : "label.original";
  }

  private void rule() {
    for (String name : OF_RULING) {
      String value = document.ruling().facts().getOrDefault(name, "");
      add("fact." + name, readable(name, value));
    }
  }

  private String readable(String name, String value) {
    if (AMOUNT.matcher(value).matches()) {
      return wording.money(Money.parse(value));
    }
    return wording.find("fact." + name + "." + value).orElse(value);
  }

  private void add(String label, String value) {
    if (!value.isBlank()) {
      rows.add(Row.of(wording.say(label), value));
    }
  }
}
