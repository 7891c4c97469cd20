package org.countermand.sandbox;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import org.countermand.sandbox.demo.Demonstration;
import org.countermand.sandbox.demo.RetailFile;
import org.countermand.sandbox.demo.RetailShop;
import org.countermand.sandbox.host.AtExit;
import org.countermand.sandbox.host.FolderLock;
import org.countermand.sandbox.host.PortTaken;
import org.countermand.sandbox.node.NodeFailed;

/**
 * Runs the whole world on loopback until Ctrl-C, for looking and trying.
 *
 * <p>System properties: {@code fresh} forgets the run before, {@code nodes} is the number of nodes,
 * {@code countermand.sandbox} the folder, {@code countermand.shared} where real data are looked
 * for, {@code retail=false} leaves them out, and the ports are those of {@link
 * WorldPorts#wellKnown}.
 */
public final class Sandbox {

  private Sandbox() {}

  /** Starts, prints where everything is, and waits; exit code 1 if it cannot start. */
  public static void main(String[] arguments) throws InterruptedException {
    long begun = System.nanoTime();
    System.out.println("Starting Countermand and the world around it; this takes half a minute …");
    try {
      World world = World.start(settings());
      furnish(world);
      System.out.println(Overview.of(world));
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

  /** The world is of use without furniture, so trouble with it is told and no more. */
  private static void furnish(World world) {
    tell(() -> Demonstration.furnish(world) + " demonstration orders are there.");
    RetailFile file = RetailFile.whole();
    if ("false".equals(System.getProperty("retail"))) {
      return;
    }
    if (file.isThere()) {
      RetailFile day = file.beginningWith("2009-12-01");
      tell(
          () ->
              "The wholesaler's first day: "
                  + new RetailShop(world).prepare(day).bring(day).get("created")
                  + " new orders.");
    } else {
      System.out.println(
          "No wholesaler's orders: there is no "
              + file.path()
              + " (-Dcountermand.shared names its root)");
    }
  }

  private static void tell(Supplier<String> part) {
    try {
      System.out.println(part.get());
    } catch (RuntimeException e) {
      System.out.println("Not furnished (-Dfresh begins anew): " + e.getMessage());
    }
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
}
