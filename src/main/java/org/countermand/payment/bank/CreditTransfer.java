package org.countermand.payment.bank;

import java.io.StringWriter;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.countermand.payment.model.Beneficiary;
import org.countermand.payment.model.PayoutCall;

/**
 * Writes a customer credit transfer initiation, pain.001.001.09, with one transfer. The same call
 * makes the same bytes, so a bank that knows the message id can tell that it is the same order.
 */
final class CreditTransfer {

  static final String NAMESPACE = "urn:iso:std:iso:20022:tech:xsd:pain.001.001.09";

  private static final int NAME = 70;
  private static final int PURPOSE = 140;
  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss'Z'").withZone(ZoneOffset.UTC);
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ISO_LOCAL_DATE.withZone(ZoneOffset.UTC);

  private final StringWriter text = new StringWriter();
  private final XMLStreamWriter xml;

  private CreditTransfer() throws XMLStreamException {
    xml = XMLOutputFactory.newInstance().createXMLStreamWriter(text);
  }

  /**
   * Writes it.
   *
   * @param payer whose money goes
   */
  static String write(PayoutCall call, Beneficiary payer) {
    try {
      CreditTransfer transfer = new CreditTransfer();
      transfer.document(call, payer);
      return transfer.text.toString();
    } catch (XMLStreamException e) {
      throw new IllegalStateException("A string takes every text", e);
    }
  }

  private void document(PayoutCall call, Beneficiary payer) throws XMLStreamException {
    String amount = call.amount().decimal().toPlainString();
    xml.writeStartDocument("UTF-8", "1.0");
    xml.setDefaultNamespace(NAMESPACE);
    xml.writeStartElement("Document");
    xml.writeDefaultNamespace(NAMESPACE);
    begin("CstmrCdtTrfInitn");
    begin("GrpHdr");
    leaf("MsgId", PayoutCall.plain(call.key()));
    leaf("CreDtTm", MOMENT.format(call.at()));
    leaf("NbOfTxs", "1");
    leaf("CtrlSum", amount);
    name("InitgPty", payer.holder());
    xml.writeEndElement();
    begin("PmtInf");
    leaf("PmtInfId", PayoutCall.plain(call.key()));
    leaf("PmtMtd", "TRF");
    leaf("BtchBookg", "false");
    leaf("NbOfTxs", "1");
    leaf("CtrlSum", amount);
    nested("SEPA", "PmtTpInf", "SvcLvl", "Cd");
    nested(DAY.format(call.at()), "ReqdExctnDt", "Dt");
    name("Dbtr", payer.holder());
    nested(payer.iban(), "DbtrAcct", "Id", "IBAN");
    nested("NOTPROVIDED", "DbtrAgt", "FinInstnId", "Othr", "Id");
    leaf("ChrgBr", "SLEV");
    transfer(call, amount);
    xml.writeEndElement();
    xml.writeEndDocument();
    xml.close();
  }

  private void transfer(PayoutCall call, String amount) throws XMLStreamException {
    begin("CdtTrfTxInf");
    begin("PmtId");
    leaf("InstrId", PayoutCall.plain(call.key()));
    leaf("EndToEndId", PayoutCall.endToEnd(call.payoutId()));
    xml.writeEndElement();
    begin("Amt");
    xml.writeStartElement("InstdAmt");
    xml.writeAttribute("Ccy", call.amount().currency().getCurrencyCode());
    xml.writeCharacters(amount);
    xml.writeEndElement();
    xml.writeEndElement();
    name("Cdtr", call.beneficiary().holder());
    nested(call.beneficiary().iban(), "CdtrAcct", "Id", "IBAN");
    nested(SepaText.of(call.purpose(), PURPOSE), "RmtInf", "Ustrd");
    xml.writeEndElement();
  }

  private void name(String party, String name) throws XMLStreamException {
    nested(SepaText.of(name, NAME), party, "Nm");
  }

  private void nested(String value, String... path) throws XMLStreamException {
    for (int i = 0; i < path.length - 1; i++) {
      begin(path[i]);
    }
    leaf(path[path.length - 1], value);
    for (int i = 0; i < path.length - 1; i++) {
      xml.writeEndElement();
    }
  }

  private void begin(String name) throws XMLStreamException {
    xml.writeStartElement(name);
  }

  private void leaf(String name, String value) throws XMLStreamException {
    xml.writeStartElement(name);
    xml.writeCharacters(value);
    xml.writeEndElement();
  }
}
