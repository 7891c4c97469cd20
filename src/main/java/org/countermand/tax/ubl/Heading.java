package org.countermand.tax.ubl;

import java.time.LocalDate;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.AddressType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.BillingReferenceType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.ContactType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.CountryType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.CustomerPartyType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.DeliveryType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.DocumentReferenceType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.LocationType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.OrderReferenceType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.PartyIdentificationType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.PartyLegalEntityType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.PartyTaxSchemeType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.PartyType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.SupplierPartyType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.TaxSchemeType;
import oasis.names.specification.ubl.schema.xsd.creditnote_21.CreditNoteType;
import org.countermand.order.model.Buyer;
import org.countermand.tax.model.CreditDocument;
import org.countermand.tax.model.Seller;
import org.countermand.tax.model.Supply;
import org.jspecify.annotations.Nullable;

/**
 * Who credits whom, and what for. Of the buyer's address only the country is known, which is all
 * that EN 16931 demands (BT-55).
 */
final class Heading {

  private static final String VAT = "VAT";

  /** What EN 16931 reads as the seller's tax registration (BT-32): any word but VAT. */
  private static final String REGISTRATION = "TAX";

  private final CreditDocument document;
  private final Supply supply;
  private final Parties parties;
  private final Words words;

  Heading(CreditDocument document, Parties parties, Words words) {
    this.document = document;
    this.supply = document.reversal().supply();
    this.parties = parties;
    this.words = words;
  }

  /**
   * Writes it.
   *
   * @param crossing whether goods went to another member state, so that BR-IC-11 and BR-IC-12
   *     demand when and where to; else it stands there only if the order tells it
   */
  void onto(CreditNoteType note, boolean crossing) {
    parties.routing().map(Words::clean).ifPresent(note::setBuyerReference);
    String order = Words.clean(supply.orderNumber());
    if (!order.isEmpty()) {
      OrderReferenceType reference = new OrderReferenceType();
      reference.setID(order);
      note.setOrderReference(reference);
    }
    if (supply.isInvoiced()) {
      note.addBillingReference(reference(supply.invoice().number(), supply.invoice().issuedOn()));
    }
    if (!document.corrects().isBlank()) {
      note.addBillingReference(reference(document.corrects(), null));
    }
    SupplierPartyType supplier = new SupplierPartyType();
    supplier.setParty(seller());
    note.setAccountingSupplierParty(supplier);
    CustomerPartyType customer = new CustomerPartyType();
    customer.setParty(buyer());
    note.setAccountingCustomerParty(customer);
    if (crossing || supply.invoice().suppliedOn() != null) {
      note.addDelivery(delivery());
    }
  }

  static TaxSchemeType vat() {
    return scheme(VAT);
  }

  private static TaxSchemeType scheme(String id) {
    TaxSchemeType scheme = new TaxSchemeType();
    scheme.setID(id);
    return scheme;
  }

  private static BillingReferenceType reference(String number, @Nullable LocalDate day) {
    DocumentReferenceType invoice = new DocumentReferenceType();
    invoice.setID(Words.clean(number));
    if (day != null) {
      invoice.setIssueDate(day);
    }
    BillingReferenceType reference = new BillingReferenceType();
    reference.setInvoiceDocumentReference(invoice);
    return reference;
  }

  private PartyType seller() {
    Seller seller = document.seller();
    PartyType party = new PartyType();
    if (parties.sellerIds().isEmpty()) {
      // BR-CO-26: some number, if only our own.
      party.addPartyIdentification(identification(seller.legalEntity()));
    }
    AddressType address = address(seller.seat().country());
    String street = Words.clean(seller.street());
    if (!street.isEmpty()) {
      address.setStreetName(street);
    }
    String city = Words.clean(seller.city());
    if (!city.isEmpty()) {
      address.setCityName(city);
    }
    String postcode = Words.clean(seller.postcode());
    if (!postcode.isEmpty()) {
      address.setPostalZone(postcode);
    }
    party.setPostalAddress(address);
    parties.sellerVat().ifPresent(id -> party.addPartyTaxScheme(registration(id, VAT)));
    parties.sellerNumber().ifPresent(id -> party.addPartyTaxScheme(registration(id, REGISTRATION)));
    PartyLegalEntityType entity = new PartyLegalEntityType();
    entity.setRegistrationName(Words.clean(seller.name()));
    parties.sellerNumber().map(Words::clean).ifPresent(entity::setCompanyID);
    party.addPartyLegalEntity(entity);
    String email = Words.clean(seller.email());
    if (!email.isEmpty()) {
      ContactType contact = new ContactType();
      contact.setElectronicMail(email);
      party.setContact(contact);
    }
    return party;
  }

  private PartyType buyer() {
    Buyer buyer = supply.buyer();
    PartyType party = new PartyType();
    party.setPostalAddress(address(buyer.residence().country()));
    parties.buyerVat().ifPresent(id -> party.addPartyTaxScheme(registration(id, VAT)));
    PartyLegalEntityType entity = new PartyLegalEntityType();
    String name = Words.clean(buyer.name());
    // An erased buyer has no name, and BR-07 wants one.
    entity.setRegistrationName(name.isEmpty() ? words.get("buyer") : name);
    parties.buyerNumber().map(Words::clean).ifPresent(entity::setCompanyID);
    party.addPartyLegalEntity(entity);
    return party;
  }

  private static PartyIdentificationType identification(String id) {
    PartyIdentificationType identification = new PartyIdentificationType();
    identification.setID(Words.clean(id));
    return identification;
  }

  private static PartyTaxSchemeType registration(String id, String scheme) {
    PartyTaxSchemeType registration = new PartyTaxSchemeType();
    registration.setCompanyID(Words.clean(id));
    registration.setTaxScheme(scheme(scheme));
    return registration;
  }

  /** When the tax arose and where the goods were to go. */
  private DeliveryType delivery() {
    DeliveryType delivery = new DeliveryType();
    delivery.setActualDeliveryDate(supply.suppliedOn());
    LocationType location = new LocationType();
    location.setAddress(address(supply.buyer().residence().country()));
    delivery.setDeliveryLocation(location);
    return delivery;
  }

  private static AddressType address(String country) {
    AddressType address = new AddressType();
    CountryType element = new CountryType();
    element.setIdentificationCode(country);
    address.setCountry(element);
    return address;
  }
}
