package org.countermand.cancellation.model;

import java.util.List;
import java.util.Optional;
import org.countermand.kernel.Finding;
import org.countermand.kernel.ReasonCode;

/** Which of what a document says is for a person to act on; the rest only stands on it. */
public final class DocumentCare {

  /** The gravest first: there is one work item, and the document tells all of them. */
  private static final List<ReasonCode> GRAVEST =
      List.of(
          ReasonCode.TAX_TOTAL_DIFFERS,
          ReasonCode.TAX_FEE_FORBIDDEN,
          ReasonCode.TAX_FEE_BORE_ITS_TAX,
          ReasonCode.TAX_DEADLINE_OVER,
          ReasonCode.TAX_PLACE_UNCLEAR,
          ReasonCode.TAX_PLACE_UNKNOWN,
          ReasonCode.TAX_RULES_UNKNOWN_THEN,
          ReasonCode.TAX_SELLER_UNKNOWN,
          ReasonCode.TAX_SELLER_ID_MISSING,
          ReasonCode.TAX_ORIGINAL_MISSING,
          ReasonCode.TAX_ACCEPTANCE_NEEDED,
          ReasonCode.TAX_PARTLY_UNDONE,
          ReasonCode.TAX_CANCELLED_LATE,
          ReasonCode.TAX_HOURS_UNCLEAR,
          ReasonCode.TAX_DUTY_CLAIM,
          ReasonCode.TAX_FEE_UNREVIEWED);

  private DocumentCare() {}

  /** Why a person is needed, if one is. */
  public static Optional<ReasonCode> reason(List<Finding> findings) {
    return GRAVEST.stream()
        .filter(code -> findings.stream().anyMatch(found -> found.code() == code))
        .findFirst();
  }
}
