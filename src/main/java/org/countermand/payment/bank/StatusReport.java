package org.countermand.payment.bank;

import java.io.IOException;
import java.io.StringReader;
import java.util.Optional;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.countermand.kernel.Finding;
import org.countermand.kernel.ReasonCode;
import org.countermand.payment.model.PayoutAnswer;
import org.countermand.payment.model.PayoutState;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/**
 * What a customer payment status report, pain.002.001.10, says of one transfer.
 *
 * @param endToEnd the transfer that it is about
 * @param status ISO's code: {@code ACSC}, {@code PDNG}, {@code RJCT}, …
 * @param reason ISO's code of why, or empty
 * @param reference the bank's own id, or empty
 */
record StatusReport(String endToEnd, String status, String reason, String reference) {

  private static final String NAMESPACE = "urn:iso:std:iso:20022:tech:xsd:pain.002.001.10";

  /** Reads it; nothing where it is no such report. */
  static Optional<StatusReport> read(String xml) {
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
      factory.setNamespaceAware(true);
      // A status report declares nothing and fetches nothing.
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      var builder = factory.newDocumentBuilder();
      builder.setErrorHandler(null);
      Document document = builder.parse(new InputSource(new StringReader(xml)));
      String status = first(document, "TxSts");
      return status.isEmpty()
          ? Optional.empty()
          : Optional.of(
              new StatusReport(
                  first(document, "OrgnlEndToEndId"),
                  status,
                  reason(document),
                  first(document, "AcctSvcrRef")));
    } catch (SAXException | IOException e) {
      return Optional.empty();
    } catch (ParserConfigurationException e) {
      throw new IllegalStateException("Every Java platform parses XML", e);
    }
  }

  /**
   * What that means for a payout.
   *
   * @return nothing for codes that this program does not know: it is looked up until one comes that
   *     it knows
   */
  Optional<PayoutAnswer> answer() {
    return switch (status) {
      case "ACSC", "ACCC" -> Optional.of(new PayoutAnswer(known(), PayoutState.PAID, none()));
      case "RCVD", "ACTC", "ACCP", "ACFC", "ACSP", "ACWC", "ACWP", "PDNG" ->
          Optional.of(new PayoutAnswer(known(), PayoutState.SUBMITTED, none()));
      case "RJCT", "CANC" ->
          isDuplicate()
              ? Optional.empty()
              : Optional.of(new PayoutAnswer(known(), PayoutState.FAILED, why()));
      default -> Optional.empty();
    };
  }

  /** Whether it is rejected only because the bank has it already. */
  private boolean isDuplicate() {
    return reason.equals("AM05") || reason.startsWith("DU0");
  }

  private String known() {
    return reference.isEmpty() ? endToEnd : reference;
  }

  private Optional<Finding> why() {
    return Optional.of(
        reason.isEmpty()
            ? Finding.of(ReasonCode.PAYOUT_FAILED)
            : Finding.of(ReasonCode.PAYOUT_FAILED, "code", reason));
  }

  private static Optional<Finding> none() {
    return Optional.empty();
  }

  private static String reason(Document document) {
    NodeList reasons = document.getElementsByTagNameNS(NAMESPACE, "Rsn");
    return reasons.getLength() == 0 ? "" : reasons.item(0).getTextContent().strip();
  }

  private static String first(Document document, String name) {
    NodeList found = document.getElementsByTagNameNS(NAMESPACE, name);
    return found.getLength() == 0 ? "" : found.item(0).getTextContent().strip();
  }
}
