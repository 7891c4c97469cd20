package org.countermand.platform.database;

/**
 * How orders are found by a piece of their number, their buyer's name or his address.
 *
 * <p>A list first looks at the {@value #NEARBY} rows that lie nearest: what many rows contain fills
 * the page from there, and need not be found everywhere. Only what those rows do not fill it with,
 * and is rare therefore, is looked up in the indexes of texts.
 */
public final class TextSearch {

  /** Rows that are looked at one by one before an index of texts is asked. */
  public static final int NEARBY = 2_000;

  /** The name of the pattern's value in both pieces of SQL. */
  public static final String PATTERN = "pattern";

  /** The ids of all orders that fit, as something to select {@code id} from. */
  public static final String ORDERS =
      "(SELECT id FROM shop_order WHERE lower(channel_number) LIKE lower(:pattern)"
          + " UNION SELECT order_id FROM buyer"
          + " WHERE lower(name) LIKE lower(:pattern) OR lower(email) LIKE lower(:pattern))";

  private TextSearch() {}

  /** Whether one order fits, as a condition on the rows of these names. */
  public static String inOrder(String order, String buyer) {
    return "(lower(%s.channel_number) LIKE lower(:pattern) OR lower(%s.name) LIKE lower(:pattern) OR lower(%s.email) LIKE lower(:pattern))"
        .formatted(order, buyer, buyer);
  }
}
