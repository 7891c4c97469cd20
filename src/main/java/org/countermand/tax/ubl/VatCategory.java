package org.countermand.tax.ubl;

/** Categories of EN 16931 (UNCL 5305) that an order can tell. */
enum VatCategory {
  STANDARD("S", ""),
  ZERO("Z", ""),
  EXEMPT("E", ""),
  REVERSE_CHARGE("AE", "VATEX-EU-AE"),
  INTRA_COMMUNITY("K", "VATEX-EU-IC"),
  EXPORT("G", "VATEX-EU-G"),
  OUTSIDE_SCOPE("O", "VATEX-EU-O");

  private final String code;
  private final String reasonCode;

  VatCategory(String code, String reasonCode) {
    this.code = code;
    this.reasonCode = reasonCode;
  }

  String code() {
    return code;
  }

  /** Why there is no tax, from the list VATEX, or empty where the list has nothing so vague. */
  String reasonCode() {
    return reasonCode;
  }

  /** BR-S-10 and BR-Z-10 forbid a reason, all others demand one. */
  boolean needsReason() {
    return this != STANDARD && this != ZERO;
  }

  /** BR-O-05: what is outside the tax has no rate, not even zero. */
  boolean hasRate() {
    return this != OUTSIDE_SCOPE;
  }
}
