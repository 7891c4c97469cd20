package org.countermand.sandbox.payment;

/**
 * What was answered under an idempotency key.
 *
 * @param digest of method, path and parameters
 */
record StoredAnswer(String key, String digest, int status, String body) {}
