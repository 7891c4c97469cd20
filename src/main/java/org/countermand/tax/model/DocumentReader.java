package org.countermand.tax.model;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.countermand.kernel.Finding;
import org.countermand.kernel.Jurisdiction;
import org.countermand.kernel.Money;
import org.countermand.kernel.ReasonCode;
import org.countermand.order.model.Buyer;
import org.countermand.order.model.Charge;
import org.countermand.order.model.Invoice;
import org.countermand.order.model.PriceBasis;
import org.countermand.order.model.TaxLine;

/** Collects the lines of a {@link DocumentText}; of one thread. */
final class DocumentReader {

  private final Map<String, Row> heads = new TreeMap<>();
  private final Map<String, String> sellerIds = new TreeMap<>();
  private final Map<String, String> elections = new TreeMap<>();
  private final Map<String, String> facts = new TreeMap<>();
  private final List<Finding> doubts = new ArrayList<>();
  private final List<Finding> findings = new ArrayList<>();
  private final List<Taxed> items = new ArrayList<>();
  private final List<Taxed> withheld = new ArrayList<>();
  private List<TaxLine> taxes = new ArrayList<>();
  private List<TaxLine> ruled = List.of();

  /** What taxes stand below. */
  private record Taxed(Row row, List<TaxLine> taxes) {}

  void take(Row row) {
    switch (row.word()) {
      case "item" -> items.add(taxed(row));
      case "withheld" -> withheld.add(taxed(row));
      case "tax" ->
          taxes.add(
              new TaxLine(row.part(1), new BigDecimal(row.part(2)), Money.parse(row.part(3))));
      case "sellerId" -> sellerIds.put(row.part(1), row.part(2));
      case "election" -> elections.put(row.part(1), row.part(2));
      case "fact" -> facts.put(row.part(1), row.part(2));
      case "doubt" -> doubts.add(finding(row));
      case "finding" -> findings.add(finding(row));
      case "ruling" -> {
        ruled = taxed(row).taxes();
        heads.put(row.word(), row);
      }
      default -> heads.put(row.word(), row);
    }
  }

  CreditDocument document() {
    Reversal reversal = reversal();
    if (!reversal.repaid().toString().equals(head("repaid").part(1))) {
      throw new IllegalArgumentException(
          "Comes to " + reversal.repaid() + ", and says " + head("repaid").part(1));
    }
    return new CreditDocument(
        UUID.fromString(head("id").part(1)),
        UUID.fromString(head("cancellation").part(1)),
        head("number").part(1),
        LocalDate.parse(head("issued").part(1)),
        seller(),
        reversal,
        ruling(),
        head("corrects").part(1),
        Locale.forLanguageTag(head("language").part(1)));
  }

  private Seller seller() {
    Row row = head("seller");
    return new Seller(
        row.part(1),
        row.part(2),
        row.part(3),
        row.part(4),
        row.part(5),
        new Jurisdiction(row.part(6), row.part(7)),
        row.part(8),
        sellerIds,
        RoundingMode.valueOf(row.part(9)),
        elections);
  }

  private Supply supply() {
    Row row = head("supply");
    return new Supply(
        UUID.fromString(row.part(1)),
        row.part(2),
        row.part(3),
        new Jurisdiction(row.part(4), row.part(5)),
        PriceBasis.valueOf(row.part(6)),
        Currency.getInstance(row.part(7)),
        invoice(),
        LocalDate.parse(row.part(8)),
        buyer(),
        Boolean.parseBoolean(row.part(9)),
        row.part(10),
        doubts);
  }

  private Invoice invoice() {
    Row row = head("invoice");
    return new Invoice(
        row.part(1),
        row.some(2).map(LocalDate::parse).orElse(null),
        row.some(3).map(LocalDate::parse).orElse(null),
        row.part(4));
  }

  private Buyer buyer() {
    Row row = head("buyer");
    return new Buyer(
        Buyer.Kind.valueOf(row.part(1)),
        row.part(2),
        row.part(3),
        new Jurisdiction(row.part(4), row.part(5)),
        Locale.forLanguageTag(row.part(6)),
        row.part(7),
        row.part(8));
  }

  private Reversal reversal() {
    Row row = head("undone");
    return new Reversal(
        supply(),
        items.stream().map(DocumentReader::item).toList(),
        withheld.stream().map(DocumentReader::withheld).toList(),
        LocalDate.parse(row.part(1)),
        Money.parse(row.part(2)),
        new Circumstances(Boolean.parseBoolean(row.part(3)), row.some(4).map(Duration::parse)));
  }

  private Ruling ruling() {
    Row row = head("ruling");
    return new Ruling(
        DocumentKind.valueOf(row.part(1)),
        Boolean.parseBoolean(row.part(2)),
        row.part(3),
        ruled,
        row.some(4).map(LocalDate::parse),
        facts,
        findings);
  }

  private static ReversedItem item(Taxed item) {
    Row row = item.row();
    return new ReversedItem(
        UUID.fromString(row.part(1)),
        row.some(2).map(Charge.Kind::valueOf),
        Integer.parseInt(row.part(3)),
        row.part(4),
        row.part(5),
        Integer.parseInt(row.part(6)),
        Money.parse(row.part(7)),
        item.taxes());
  }

  private static Withheld withheld(Taxed part) {
    Row row = part.row();
    return new Withheld(
        Withheld.Kind.valueOf(row.part(1)), row.part(2), Money.parse(row.part(3)), part.taxes());
  }

  private Taxed taxed(Row row) {
    taxes = new ArrayList<>();
    return new Taxed(row, taxes);
  }

  private static Finding finding(Row row) {
    TreeMap<String, String> parameters = new TreeMap<>();
    for (int i = 2; i < row.parts().size(); i += 2) {
      parameters.put(row.part(i), row.part(i + 1));
    }
    return new Finding(ReasonCode.valueOf(row.part(1)), parameters);
  }

  private Row head(String word) {
    return Optional.ofNullable(heads.get(word))
        .orElseThrow(() -> new IllegalArgumentException("No " + word + " in the document"));
  }
}
