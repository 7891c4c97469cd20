package org.countermand.proof;

import java.net.URI;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * What is to be looked at.
 *
 * @param database the JDBC address of Countermand's database
 * @param gateway the payment server, or null if only the books are to be looked at
 * @param settled whether everything that was begun must be over
 * @param bank who transfers what could not be paid back, or null if nobody is to be asked
 */
public record Options(
    String database,
    String user,
    String password,
    @Nullable URI gateway,
    String key,
    boolean settled,
    @Nullable URI bank) {

  private static final String PREFIX = "countermand.proof.";

  /** As {@link #of}, with no bank to be asked. */
  public Options(
      String database,
      String user,
      String password,
      @Nullable URI gateway,
      String key,
      boolean settled) {
    this(database, user, password, gateway, key, settled, null);
  }

  /**
   * Reads system properties {@code countermand.proof.…}: {@code database}, {@code user}, {@code
   * password}, {@code gateway}, {@code key}, {@code bank}, {@code settled}, {@code books-only}.
   * What is left out is as a sandbox on this machine has it.
   */
  public static Options of(Properties properties) {
    return new Options(
        get(properties, "database", "jdbc:postgresql://127.0.0.1:54329/countermand"),
        get(properties, "user", "countermand_app"),
        get(properties, "password", "app-on-loopback"),
        set(properties, "books-only", false)
            ? null
            : URI.create(get(properties, "gateway", "http://localhost:8420")),
        get(properties, "key", "sk_test_countermand_sandbox"),
        set(properties, "settled", true),
        set(properties, "books-only", false)
            ? null
            : URI.create(get(properties, "bank", "http://localhost:8440")));
  }

  private static String get(Properties properties, String name, String otherwise) {
    return properties.getProperty(PREFIX + name, otherwise);
  }

  /** A property that is there without a value is meant. */
  static boolean set(Properties properties, String name, boolean otherwise) {
    String value = properties.getProperty(PREFIX + name);
    return value == null ? otherwise : !value.equals("false");
  }
}
