package org.countermand.sandbox.warehouse;

/**
 * Units of one SKU changing their place.
 *
 * @param kind {@code hold}: out of packing; {@code unhold}: back to packing; {@code release}: to
 *     free stock
 * @param quantity units
 */
record StockMovement(String hold, String order, String sku, String kind, long quantity) {}
