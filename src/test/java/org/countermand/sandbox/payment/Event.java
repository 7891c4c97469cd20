package org.countermand.sandbox.payment;

import org.jspecify.annotations.Nullable;

/**
 * Something that happened, with its subject as it was then.
 *
 * @param type such as {@code refund.created}; its first word names the subject
 * @param created epoch seconds
 * @param refund the refund that it is about, if it is about one
 * @param key the idempotency key of the request that caused it
 */
record Event(
    String id,
    String type,
    long created,
    Payment payment,
    @Nullable Refund refund,
    @Nullable String key) {}
