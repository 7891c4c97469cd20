package org.countermand.channel.model;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a row of a file of orders can say. */
public enum Field {
  ORDER_NUMBER(true),
  PLACED_AT(true),
  SKU(true),
  DESCRIPTION(false),
  QUANTITY(true),
  /** Of one unit, tax contained. */
  UNIT_PRICE(true),
  /** Who bought, in the shop's own words; a row without it is nobody's. */
  CUSTOMER(true),
  EMAIL(true),
  NAME(false),
  COUNTRY(true),
  CURRENCY(true),
  /** Language of letters. */
  LANGUAGE(false),
  /** The gateway's own id of the payment. */
  PAYMENT(true),
  /** Percent, together with {@link #TAX_AMOUNT}. */
  TAX_RATE(false),
  /** Tax contained in the price of all units of the row. */
  TAX_AMOUNT(false);

  private final boolean required;

  Field(boolean required) {
    this.required = required;
  }

  /** Whether no order can be made without it. */
  public boolean isRequired() {
    return required;
  }

  /** The field that the API calls so. */
  public static Optional<Field> ofWire(String word) {
    return Arrays.stream(values()).filter(field -> field.wireName().equals(word)).findFirst();
  }

  /** {@code ORDER_NUMBER} as {@code orderNumber}, as the API writes it. */
  public String wireName() {
    StringBuilder wire = new StringBuilder();
    for (String word : name().toLowerCase(Locale.ROOT).split("_", -1)) {
      wire.append(
          wire.isEmpty() ? word : Character.toUpperCase(word.charAt(0)) + word.substring(1));
    }
    return wire.toString();
  }
}
