package org.countermand.payment.model;

import java.util.Currency;
import java.util.UUID;

/**
 * A gift card or a buyer's store credit in our own ledger.
 *
 * @param shop where it is worth something
 * @param reference the shop's token of it, by which tenders name it; unique within the shop
 */
public record CreditAccount(
    UUID id, String shop, CreditKind kind, String reference, Currency currency) {}
