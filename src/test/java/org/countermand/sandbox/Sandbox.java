package org.countermand.sandbox;

import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.countermand.sandbox.database.Role;
import org.countermand.sandbox.host.AtExit;
import org.countermand.sandbox.host.FolderLock;
import org.countermand.sandbox.host.PortTaken;
import org.countermand.sandbox.node.Node;
import org.countermand.sandbox.node.NodeFailed;

/**
 * Runs the whole world on loopback until Ctrl-C, for looking and trying.
 *
 * <p>System properties: {@code fresh} forgets the run before, {@code nodes} is the number of nodes,
 * {@code countermand.sandbox} the folder, and the ports are those of {@link WorldPorts#wellKnown}.
 */
public final class Sandbox {

  private Sandbox() {}

  /** Starts, prints where everything is, and waits; exit code 1 if it cannot start. */
  public static void main(String[] arguments) throws InterruptedException {
    long begun = System.nanoTime();
    System.out.println("Starting Countermand and the world around it; this takes half a minute …");
    try {
      World world = World.start(settings());
      System.out.println(overview(world));
      System.out.printf(
          "Started in %d s; Ctrl-C ends everything.%n",
          Duration.ofNanos(System.nanoTime() - begun).toSeconds());
      System.out.println("Countermand is ready: " + world.settings().portal());
      System.out.flush();
    } catch (PortTaken | FolderLock.Taken | NodeFailed e) {
      fail(e.getMessage());
    } catch (RuntimeException e) {
      if (!AtExit.exiting()) {
        throw e;
      }
    }
    new CountDownLatch(1).await();
  }

  private static void fail(String sentence) {
    if (!AtExit.exiting()) {
      System.err.println(sentence);
      System.exit(1);
    }
  }

  private static Settings settings() {
    return new Settings(
        Path.of(System.getProperty("countermand.sandbox", ".sandbox")).toAbsolutePath(),
        isSet("fresh") || isSet("countermand.fresh"),
        WorldPorts.wellKnown(Integer.getInteger("nodes", 1)),
        List.of());
  }

  private static boolean isSet(String property) {
    String value = System.getProperty(property);
    return value != null && !value.equals("false");
  }

  private static String overview(World world) {
    Settings settings = world.settings();
    Map<String, String> rows = new LinkedHashMap<>();
    rows.put("Customer portal", settings.portal().toString());
    rows.put("Agents' desk", settings.portal().resolve("agent/").toString());
    for (Node node : world.nodes().subList(1, world.nodes().size())) {
      rows.put("Another node", node.uri().toString());
    }
    rows.put("Mailbox", world.mailbox().page() + " (SMTP " + world.mailbox().smtpPort() + ")");
    if (world.plays("payment")) {
      rows.put("Payment server", settings.payment().toString());
    }
    if (world.plays("warehouse")) {
      rows.put("Warehouse", settings.warehouse().toString());
    }
    rows.put("Database", world.database().jdbcUrl());
    for (Role role : Role.values()) {
      rows.put("  as " + role.name().toLowerCase(Locale.ROOT), logIn(role));
    }
    rows.put("Data and logs", settings.folder().toString());
    return table(rows);
  }

  private static String logIn(Role role) {
    return role.user() + " / " + role.password();
  }

  private static String table(Map<String, String> rows) {
    int width = rows.keySet().stream().mapToInt(String::length).max().orElse(0);
    StringBuilder table = new StringBuilder(System.lineSeparator());
    rows.forEach(
        (name, value) ->
            table.append("  %-{w}s   %s%n".replace("{w}", "" + width).formatted(name, value)));
    return table.toString();
  }
}
