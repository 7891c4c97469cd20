package org.countermand.sandbox.bank;

/**
 * One credit transfer as the bank has it.
 *
 * @param messageId the sender's id of the message that it came with
 * @param endToEnd the sender's id of the transfer
 * @param amount in cents
 * @param digest of the whole message, by which a repeated one is known
 * @param status ISO's code
 * @param reason ISO's code of why, or empty
 * @param reference the bank's own id
 */
record Transfer(
    String messageId,
    String endToEnd,
    long amount,
    String creditor,
    String iban,
    String purpose,
    String digest,
    String status,
    String reason,
    String reference) {

  Transfer become(String newStatus, String newReason) {
    return new Transfer(
        messageId, endToEnd, amount, creditor, iban, purpose, digest, newStatus, newReason,
        reference);
  }

  /** Whether the money has left the payer's account, and is not back. */
  boolean isBooked() {
    return status.equals("ACSC");
  }
}
