package org.countermand.sandbox.bank;

import java.io.IOException;
import java.io.StringReader;
import java.math.BigDecimal;
import java.util.Set;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.countermand.sandbox.http.BadRequest;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/**
 * Reads a pain.001.001.09 as strictly as a bank does that carries one SEPA transfer a message: its
 * namespace, the order of its elements, its sums and its lengths.
 */
record Order(
    String messageId, String endToEnd, long amount, String creditor, String iban, String purpose) {

  private static final String NAMESPACE = "urn:iso:std:iso:20022:tech:xsd:pain.001.001.09";

  private static final Set<String> PATHS =
      Set.of(
          "GrpHdr/MsgId",
          "GrpHdr/CreDtTm",
          "GrpHdr/NbOfTxs",
          "GrpHdr/InitgPty/Nm",
          "PmtInf/PmtInfId",
          "PmtInf/PmtMtd",
          "PmtInf/PmtTpInf/SvcLvl/Cd",
          "PmtInf/ReqdExctnDt/Dt",
          "PmtInf/Dbtr/Nm",
          "PmtInf/DbtrAcct/Id/IBAN",
          "PmtInf/DbtrAgt/FinInstnId",
          "PmtInf/ChrgBr");

  /**
   * Reads it.
   *
   * @throws BadRequest where it is not as the standard says
   */
  static Order read(String xml) {
    Element root = root(xml);
    PATHS.forEach(path -> text(root, path));
    Element transfer = element(root, "PmtInf/CdtTrfTxInf");
    Element amount = element(transfer, "Amt/InstdAmt");
    BigDecimal value = new BigDecimal(amount.getTextContent());
    require(amount.getAttribute("Ccy").equals("EUR"), "only euro");
    require(value.signum() > 0 && value.scale() <= 2, "amount " + value);
    require(value.compareTo(new BigDecimal(text(root, "GrpHdr/CtrlSum"))) == 0, "CtrlSum");
    require(text(root, "GrpHdr/NbOfTxs").equals("1"), "one transfer a message");
    return new Order(
        atMost(35, text(root, "GrpHdr/MsgId")),
        atMost(35, text(transfer, "PmtId/EndToEndId")),
        value.movePointRight(2).longValueExact(),
        atMost(70, text(transfer, "Cdtr/Nm")),
        iban(text(transfer, "CdtrAcct/Id/IBAN")),
        atMost(140, text(transfer, "RmtInf/Ustrd")));
  }

  private static Element root(String xml) {
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
      factory.setNamespaceAware(true);
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      Document document =
          factory.newDocumentBuilder().parse(new InputSource(new StringReader(xml)));
      Element root = document.getDocumentElement();
      require(NAMESPACE.equals(root.getNamespaceURI()), "namespace " + root.getNamespaceURI());
      return element(root, "CstmrCdtTrfInitn");
    } catch (SAXException | IOException e) {
      throw new BadRequest("not XML: " + e.getMessage());
    } catch (ParserConfigurationException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String text(Element from, String path) {
    String text = element(from, path).getTextContent().strip();
    require(!text.isEmpty(), path + " is empty");
    return text;
  }

  private static Element element(Element from, String path) {
    Element at = from;
    for (String name : path.split("/")) {
      at = child(at, name);
    }
    return at;
  }

  private static Element child(Element parent, String name) {
    for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
      if (node instanceof Element element
          && name.equals(element.getLocalName())
          && NAMESPACE.equals(element.getNamespaceURI())) {
        return element;
      }
    }
    throw new BadRequest(parent.getLocalName() + " has no " + name);
  }

  private static String atMost(int longest, String text) {
    require(text.length() <= longest, text.length() + " characters");
    require(text.matches("[A-Za-z0-9/?:().,'+ -]+"), "characters that not every bank carries");
    return text;
  }

  /** Check digits by ISO 7064, as every bank computes them. */
  private static String iban(String iban) {
    StringBuilder digits = new StringBuilder();
    (iban.substring(4) + iban.substring(0, 4))
        .chars()
        .forEach(c -> digits.append(Character.digit(c, 36)));
    require(
        new java.math.BigInteger(digits.toString())
            .mod(java.math.BigInteger.valueOf(97))
            .equals(java.math.BigInteger.ONE),
        "IBAN");
    return iban;
  }

  private static void require(boolean so, String what) {
    if (!so) {
      throw new BadRequest(what);
    }
  }
}
