package org.countermand.sandbox.bank;

/** Writes a pain.002.001.10 on one transfer. */
final class Report {

  private Report() {}

  static String of(Transfer transfer) {
    return of(
        transfer.messageId(),
        transfer.endToEnd(),
        transfer.status(),
        transfer.reason(),
        transfer.reference());
  }

  static String of(
      String messageId, String endToEnd, String status, String reason, String reference) {
    String why =
        reason.isEmpty() ? "" : "<StsRsnInf><Rsn><Cd>" + reason + "</Cd></Rsn></StsRsnInf>";
    String known = reference.isEmpty() ? "" : "<AcctSvcrRef>" + reference + "</AcctSvcrRef>";
    return """
        <?xml version="1.0" encoding="UTF-8"?>
        <Document xmlns="urn:iso:std:iso:20022:tech:xsd:pain.002.001.10"><CstmrPmtStsRpt>\
        <GrpHdr><MsgId>R-%1$s</MsgId><CreDtTm>2026-11-25T12:00:00Z</CreDtTm></GrpHdr>\
        <OrgnlGrpInfAndSts><OrgnlMsgId>%2$s</OrgnlMsgId>\
        <OrgnlMsgNmId>pain.001.001.09</OrgnlMsgNmId></OrgnlGrpInfAndSts>\
        <OrgnlPmtInfAndSts><OrgnlPmtInfId>%2$s</OrgnlPmtInfId><TxInfAndSts>\
        <OrgnlEndToEndId>%3$s</OrgnlEndToEndId><TxSts>%4$s</TxSts>%5$s%6$s\
        </TxInfAndSts></OrgnlPmtInfAndSts></CstmrPmtStsRpt></Document>
        """
        .formatted(
            endToEnd.substring(Math.max(0, endToEnd.length() - 30)),
            messageId,
            endToEnd,
            status,
            why,
            known);
  }
}
