package org.countermand.tax.model;

import java.time.LocalDate;
import java.util.Currency;
import java.util.UUID;
import org.countermand.kernel.Jurisdiction;
import org.countermand.order.model.Buyer;
import org.countermand.order.model.Invoice;
import org.countermand.order.model.PriceBasis;

/**
 * The supply of which something is undone, as it was taxed.
 *
 * @param place whose tax was charged; where none was, the buyer's residence
 * @param orderedOn the day of the order at that place
 * @param moved whether any of the goods had left the seller when it was undone
 * @param scheme under which the tax is declared: {@code OSS}, {@code IOSS}, {@code VOEC}, or empty
 */
public record Supply(
    UUID orderId,
    String orderNumber,
    String legalEntity,
    Jurisdiction place,
    PriceBasis basis,
    Currency currency,
    Invoice invoice,
    LocalDate orderedOn,
    Buyer buyer,
    boolean moved,
    String scheme) {}
