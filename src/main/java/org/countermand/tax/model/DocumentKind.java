package org.countermand.tax.model;

/** The document by which a place wants a supply to be undone. */
public enum DocumentKind {
  /** EU (Directive 2006/112/EC Art. 219), UK (VAT Regulations 1995 reg. 15C), CH, NO: type 381. */
  CREDIT_NOTE,
  /** Japan, 適格返還請求書 (Consumption Tax Act Art. 57-4(3)). */
  RETURN_INVOICE,
  /** India, CGST Act s. 34. */
  GST_CREDIT_NOTE,
  /** India, CGST Act s. 31(3)(e): an advance is repaid before anything was supplied. */
  REFUND_VOUCHER,
  /** Australia, GST Act Division 29-75. */
  ADJUSTMENT_NOTE,
  /** New Zealand, GST Act s. 19N: supply correction information. */
  SUPPLY_CORRECTION,
  /** Canada, Excise Tax Act s. 232; Singapore, GST (General) Regulations. */
  TAX_CREDIT_NOTE,
  /** United States: no document is prescribed; what was refunded, with its tax, is told. */
  REFUND_STATEMENT,
  /** South Korea, 수정세금계산서. */
  MODIFIED_TAX_INVOICE,
  /** Mexico: the original CFDI is cancelled. */
  CFDI_CANCELLATION,
  /** Mexico: CFDI of type E. */
  CFDI_EGRESO,
  /** Brazil: the original NF-e is cancelled within its hours. */
  NFE_CANCELLATION,
  /** Brazil, finNFe=3: undone later, but nothing had moved. */
  NFE_REVERSAL,
  /** Brazil, finNFe=4: the goods had moved. */
  NFE_RETURN,
  /** No rule of the place is known: our own record, and a person must look. */
  CREDIT_RECORD
}
