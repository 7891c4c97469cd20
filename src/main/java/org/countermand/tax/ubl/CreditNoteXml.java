package org.countermand.tax.ubl;

import com.helger.ubl21.UBL21Marshaller;
import java.math.BigDecimal;
import java.util.Optional;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.AllowanceChargeType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.CreditNoteLineType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.ItemIdentificationType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.ItemType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.MonetaryTotalType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.PriceType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.TaxCategoryType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.TaxSubtotalType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.TaxTotalType;
import oasis.names.specification.ubl.schema.xsd.commonbasiccomponents_21.AllowanceChargeReasonType;
import oasis.names.specification.ubl.schema.xsd.commonbasiccomponents_21.NoteType;
import oasis.names.specification.ubl.schema.xsd.commonbasiccomponents_21.TaxExemptionReasonType;
import oasis.names.specification.ubl.schema.xsd.creditnote_21.CreditNoteType;
import oasis.names.specification.ubl.schema.xsd.unqualifieddatatypes_21.AmountType;
import org.countermand.kernel.Money;
import org.countermand.tax.model.CreditDocument;

/** Makes the XML of one document; of one thread, used once. */
final class CreditNoteXml {

  /** UNCL 1001: credit note. */
  private static final String TYPE = "381";

  /** UN/ECE Recommendation 20: one. */
  private static final String ONE = "C62";

  private final CreditDocument document;
  private final String customization;
  private final Words words;
  private final Parties parties;
  private final Statement statement;
  private final CreditNoteType note = new CreditNoteType();

  CreditNoteXml(CreditDocument document, String customization) {
    this.document = document;
    this.customization = customization;
    words = new Words(document.language());
    parties = new Parties(document);
    statement = new Statement(document, parties, words);
  }

  /**
   * The bytes, checked against the schema of UBL 2.1.
   *
   * @return nothing if the schema refuses it
   */
  Optional<byte[]> bytes() {
    head();
    new Heading(document, parties, words).onto(note, statement.crosses());
    statement.adjustments().forEach(this::add);
    taxes();
    totals();
    statement.lines().forEach(this::add);
    return Optional.ofNullable(
        UBL21Marshaller.creditNote().setFormattedOutput(true).getAsBytes(note));
  }

  private void head() {
    note.setCustomizationID(customization);
    note.setID(Words.clean(document.number()));
    note.setIssueDate(document.issuedOn());
    note.setCreditNoteTypeCode(TYPE);
    statement.notes().forEach(text -> note.addNote(new NoteType(text)));
    note.setDocumentCurrencyCode(document.reversal().supply().currency().getCurrencyCode());
  }

  private void add(Statement.Adjustment adjustment) {
    Money net = adjustment.part().net();
    AllowanceChargeType element = new AllowanceChargeType();
    element.setChargeIndicator(net.isNegative());
    element.addAllowanceChargeReason(new AllowanceChargeReasonType(adjustment.reason()));
    Money amount = net.isNegative() ? net.negated() : net;
    in(amount, element.setAmount(amount.decimal()));
    element.addTaxCategory(category(adjustment.part().vat(), false));
    note.addAllowanceCharge(element);
  }

  private void taxes() {
    TaxTotalType total = new TaxTotalType();
    Money tax = statement.tax();
    in(tax, total.setTaxAmount(tax.decimal()));
    for (Statement.Subtotal row : statement.subtotals()) {
      TaxSubtotalType subtotal = new TaxSubtotalType();
      in(row.taxable(), subtotal.setTaxableAmount(row.taxable().decimal()));
      in(row.tax(), subtotal.setTaxAmount(row.tax().decimal()));
      subtotal.setTaxCategory(category(row.vat(), true));
      total.addTaxSubtotal(subtotal);
    }
    note.addTaxTotal(total);
  }

  private TaxCategoryType category(Vat vat, boolean withReason) {
    TaxCategoryType element = new TaxCategoryType();
    VatCategory category = vat.category();
    element.setID(category.code());
    if (category.hasRate()) {
      element.setPercent(vat.rate());
    }
    if (withReason && category.needsReason()) {
      if (!category.reasonCode().isEmpty()) {
        element.setTaxExemptionReasonCode(category.reasonCode());
      }
      element.addTaxExemptionReason(
          new TaxExemptionReasonType(words.get("untaxed." + category.code())));
    }
    element.setTaxScheme(Heading.vat());
    return element;
  }

  private void totals() {
    MonetaryTotalType total = new MonetaryTotalType();
    Money net = statement.net();
    Money allowances = statement.adjusted(false);
    Money charges = statement.adjusted(true);
    Money exclusive = net.minus(allowances).plus(charges);
    Money inclusive = exclusive.plus(statement.tax());
    Money payable = inclusive.minus(statement.settled()).plus(statement.rounding());
    in(net, total.setLineExtensionAmount(net.decimal()));
    in(net, total.setTaxExclusiveAmount(exclusive.decimal()));
    in(net, total.setTaxInclusiveAmount(inclusive.decimal()));
    if (!allowances.isZero()) {
      in(net, total.setAllowanceTotalAmount(allowances.decimal()));
    }
    if (!charges.isZero()) {
      in(net, total.setChargeTotalAmount(charges.decimal()));
    }
    if (!statement.settled().isZero()) {
      in(net, total.setPrepaidAmount(statement.settled().decimal()));
    }
    if (!statement.rounding().isZero()) {
      in(net, total.setPayableRoundingAmount(statement.rounding().decimal()));
    }
    in(net, total.setPayableAmount(payable.decimal()));
    note.setLegalMonetaryTotal(total);
  }

  private void add(Statement.Line line) {
    Money net = line.part().net();
    CreditNoteLineType element = new CreditNoteLineType();
    element.setID(line.id());
    int quantity = line.item().quantity();
    // BR-27: a price is never negative, so that the quantity is.
    element
        .setCreditedQuantity(BigDecimal.valueOf(net.isNegative() ? -quantity : quantity))
        .setUnitCode(ONE);
    in(net, element.setLineExtensionAmount(net.decimal()));
    element.setItem(item(line));
    element.setPrice(price(net.isNegative() ? net.negated() : net, quantity));
    note.addCreditNoteLine(element);
  }

  private ItemType item(Statement.Line line) {
    ItemType item = new ItemType();
    item.setName(line.name());
    String sku = Words.clean(line.item().sku());
    if (!sku.isEmpty()) {
      ItemIdentificationType id = new ItemIdentificationType();
      id.setID(sku);
      item.setSellersItemIdentification(id);
    }
    item.addClassifiedTaxCategory(category(line.part().vat(), false));
    return item;
  }

  /** For one unit, or for all of them where that would have to be rounded. */
  private static PriceType price(Money net, int quantity) {
    PriceType price = new PriceType();
    boolean even = net.minor() % quantity == 0;
    Money amount = even ? new Money(net.minor() / quantity, net.currency()) : net;
    in(amount, price.setPriceAmount(amount.decimal()));
    if (!even) {
      price.setBaseQuantity(BigDecimal.valueOf(quantity)).setUnitCode(ONE);
    }
    return price;
  }

  private static void in(Money money, AmountType amount) {
    amount.setCurrencyID(money.currency().getCurrencyCode());
  }
}
