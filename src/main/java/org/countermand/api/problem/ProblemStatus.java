package org.countermand.api.problem;

import org.countermand.kernel.ReasonCode;

/** The one table from reasons to HTTP status codes. */
public final class ProblemStatus {

  private ProblemStatus() {}

  /** The status of an answer that gives this reason; a new reason does not compile without one. */
  public static int of(ReasonCode code) {
    return switch (code) {
      case MALFORMED, UNKNOWN_FIELD, IDEMPOTENCY_KEY_MISSING, SIGNATURE_INVALID -> 400;
      case NOT_AUTHENTICATED -> 401;
      case CODE_WRONG, LINK_INVALID -> 403;
      // Who may not see it learns no more than who asks for what does not exist.
      case NOT_PERMITTED, NOT_FOUND -> 404;
      case ORDER_CONFLICT,
          WINDOW_OVER,
          STAGE_TOO_LATE,
          STAGE_NEEDS_REVIEW,
          PAYMENT_PENDING,
          PAYMENT_DISPUTED,
          PAYMENT_UNKNOWN,
          ALREADY_CANCELLED,
          MARKETPLACE_REFUNDS,
          GIFT_CARD_SPENT,
          QUOTATION_EXPIRED,
          QUOTATION_STALE,
          QUOTATION_MISMATCH,
          QUOTATION_USED,
          STATE_FORBIDS,
          AGENT_DENIED,
          WORK_ITEM_TAKEN,
          WORK_ITEM_RESOLVED,
          WAREHOUSE_REFUSED,
          WAREHOUSE_PARTLY,
          PAYMENT_CHANGED,
          AMOUNT_INEXACT,
          CREDIT_SHORT,
          REFUND_FAILED,
          REFUND_NEEDS_ACTION,
          GATEWAY_REFUSED,
          CAPTURED_ABOVE_CEILING,
          OUTCOME_UNCERTAIN,
          PAYOUT_NOT_NEEDED,
          PAYOUT_STANDS,
          PAYOUT_DECIDED,
          PAYOUT_OWN_ENTRY,
          PAYOUT_WAITING,
          PAYOUT_REJECTED,
          PAYOUT_FAILED,
          PAYOUT_RETURNED,
          REFUNDED_ELSEWHERE,
          FUNDS_MISSING,
          BOOKS_DIFFER,
          TAX_PLACE_UNKNOWN,
          TAX_PLACE_UNCLEAR,
          TAX_RULES_UNKNOWN_THEN,
          TAX_FROM_RATE,
          TAX_ORIGINAL_MISSING,
          TAX_SELLER_ID_MISSING,
          TAX_DEADLINE_NEAR,
          TAX_DEADLINE_OVER,
          TAX_DIFFERS_FROM_LEDGER,
          TAX_FEE_FORBIDDEN,
          TAX_FEE_UNREVIEWED,
          TAX_FEE_PROOF,
          TAX_DUTY_CLAIM,
          TAX_ACCEPTANCE_NEEDED,
          TAX_PARTLY_UNDONE,
          TAX_CANCELLED_LATE,
          TAX_HOURS_UNCLEAR,
          TAX_SELLER_UNKNOWN,
          TAX_FEE_BORE_ITS_TAX,
          TAX_TOTAL_DIFFERS,
          LETTER_UNDELIVERED ->
          409;
      case TOO_LARGE -> 413;
      case UNSUPPORTED -> 415;
      case FIELD_MISSING,
          FIELD_INVALID,
          COLUMN_MISSING,
          QUANTITY_NOT_POSITIVE,
          QUANTITY_TOO_LARGE,
          LINE_UNKNOWN,
          LINE_TWICE,
          NOTHING_CHOSEN,
          CURRENCY_MISMATCH,
          TOTALS_DISAGREE,
          IDEMPOTENCY_KEY_REUSED,
          CONSENT_MISSING,
          IBAN_INVALID,
          IBAN_OUTSIDE_SEPA,
          QUOTATION_UNKNOWN ->
          422;
      case TOO_MANY_REQUESTS -> 429;
      case INTERNAL -> 500;
      case WAREHOUSE_SILENT, GATEWAY_SILENT, NOT_JUDGED -> 503;
    };
  }
}
