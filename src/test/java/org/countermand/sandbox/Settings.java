package org.countermand.sandbox;

import java.net.URI;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.countermand.kernel.Digest;
import org.countermand.platform.access.PasswordHash;
import org.countermand.sandbox.database.Database;
import org.countermand.sandbox.database.Role;

/**
 * What a world is made of; everything else follows from it.
 *
 * @param folder where everything is kept
 * @param fresh whether the data of an earlier run is thrown away first
 * @param jvmOptions for the nodes, added to those of {@code jvm.options}
 */
public record Settings(Path folder, boolean fresh, WorldPorts ports, List<String> jvmOptions) {

  /** The payment gateway's key; any key is right for the sandbox, and this one says what it is. */
  public static final String STRIPE_KEY = "sk_test_countermand_sandbox";

  /** Signs the payment server's webhooks. */
  public static final String STRIPE_WEBHOOK_SECRET = "whsec_countermand_sandbox";

  /** What Countermand shows the warehouse. */
  public static final String WAREHOUSE_TOKEN = "warehouse-token-countermand-sandbox";

  /** Signs what the warehouse tells Countermand. */
  public static final String WAREHOUSE_SECRET = "warehouse-secret-countermand-sandbox";

  /** What Countermand shows the bank. */
  public static final String BANK_TOKEN = "bank-token-countermand-sandbox";

  /** Whose money the bank sends, and from which account: a number that no bank gives away. */
  private static final String PAYER = "Linden Home GmbH";

  private static final String PAYER_IBAN = "DE02120300000000202051";

  /** Seals the accounts of payouts. */
  private static final String PAYOUT_KEY = "sandbox-1:c2FuZGJveC1wYXlvdXQta2V5LW9mLTMyLWJ5dGVzISE=";

  /** 32 bytes in Base64; the same at every node, for links and codes go to any of them. */
  private static final String SECRET = "c2FuZGJveC1vbmx5LXNlY3JldC1vZi0zMi1ieXRlcyE=";

  /**
   * A quick start at the price of a lower top speed after many minutes. For anything shorter the
   * compiler that is left out costs more than it gives: on two cores it takes a fifth of them. So
   * do a collector with threads of its own, and collections because of classes being loaded.
   */
  public static final List<String> QUICK_START =
      List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-XX:MetaspaceSize=192m");

  /** A world for tests: free ports, empty, the nodes' caches kept in the folder. */
  public static Settings forTests(Path folder, int nodes) {
    return new Settings(folder, true, WorldPorts.free(nodes), QUICK_START);
  }

  /**
   * How dear it is to try a password: in tests little, for nodes that start quickly hash slowly and
   * somebody logs in all the time.
   */
  int logInCost() {
    return jvmOptions.equals(QUICK_START) ? 1_000 : PasswordHash.ITERATIONS;
  }

  /** The data folder of one part. */
  public Path folder(String part) {
    return folder.resolve(part);
  }

  /** The address that letters and redirects name: the first node's. */
  public URI portal() {
    return URI.create("http://localhost:%d/".formatted(ports.portals().get(0)));
  }

  /** Where the payment server answers. */
  public URI payment() {
    return URI.create("http://localhost:%d".formatted(ports.payment()));
  }

  /** Where the payment server of the simple kind answers. */
  public URI plain() {
    return URI.create("http://localhost:%d".formatted(ports.plain()));
  }

  /** Where the warehouse answers. */
  public URI warehouse() {
    return URI.create("http://localhost:%d".formatted(ports.warehouse()));
  }

  /** Where the bank answers. */
  public URI bank() {
    return URI.create("http://localhost:%d".formatted(ports.bank()));
  }

  /** The signature that a node of this sandbox gives to the text of a quotation. */
  public static String signed(String quotation) {
    byte[] key = Digest.hmac(Base64.getDecoder().decode(SECRET), "countermand/quotation");
    return Digest.hmacHex(key, quotation);
  }

  /** What every node finds in its environment, as an operator would set it. */
  public Map<String, String> environment() {
    Map<String, String> environment = new HashMap<>();
    environment.put("COUNTERMAND_PUBLIC_URL", portal().toString().replaceFirst("/$", ""));
    environment.put("COUNTERMAND_SECRET", SECRET);
    environment.put("COUNTERMAND_DB_HOST", "127.0.0.1");
    environment.put("COUNTERMAND_DB_PORT", Integer.toString(ports.database()));
    environment.put("COUNTERMAND_DB_NAME", Database.NAME);
    environment.put("COUNTERMAND_DB_USER", Role.APP.user());
    environment.put("COUNTERMAND_DB_PASSWORD", Role.APP.password());
    environment.put("COUNTERMAND_DB_OWNER", Role.OWNER.user());
    environment.put("COUNTERMAND_DB_OWNERPASSWORD", Role.OWNER.password());
    environment.put("COUNTERMAND_SMTP_HOST", "127.0.0.1");
    environment.put("COUNTERMAND_SMTP_PORT", Integer.toString(ports.smtp()));
    environment.put("COUNTERMAND_STRIPE_BASE", payment().toString());
    environment.put("COUNTERMAND_STRIPE_KEY", STRIPE_KEY);
    environment.put("COUNTERMAND_STRIPE_WEBHOOK_SECRET", STRIPE_WEBHOOK_SECRET);
    environment.put("COUNTERMAND_PLAIN_BASE", plain().toString());
    environment.put("COUNTERMAND_WAREHOUSE_BASE", warehouse().toString());
    environment.put("COUNTERMAND_WAREHOUSE_TOKEN", WAREHOUSE_TOKEN);
    environment.put("COUNTERMAND_WAREHOUSE_SECRET", WAREHOUSE_SECRET);
    environment.put("COUNTERMAND_BANK_BASE", bank().toString());
    environment.put("COUNTERMAND_BANK_TOKEN", BANK_TOKEN);
    environment.put("COUNTERMAND_BANK_HOLDER", PAYER);
    environment.put("COUNTERMAND_BANK_IBAN", PAYER_IBAN);
    environment.put("COUNTERMAND_PAYOUT_KEY", PAYOUT_KEY);
    environment.put("COUNTERMAND_CREDIT_SHOPS", Accounts.LINDEN.shop());
    // A sandbox is looked at: what takes minutes outside takes seconds here.
    environment.put("COUNTERMAND_PACE_DEADLINE", "PT30S");
    environment.put("COUNTERMAND_PACE_QUIET", "PT1S");
    environment.put("COUNTERMAND_PACE_PATIENCE", "PT15S");
    environment.put("COUNTERMAND_PACE_LOOKING", "PT5S");
    environment.put("COUNTERMAND_PACE_RETURNS", "PT2S");
    return Map.copyOf(environment);
  }
}
