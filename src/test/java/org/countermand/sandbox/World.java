package org.countermand.sandbox;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.IntStream;
import org.countermand.sandbox.bank.Bank;
import org.countermand.sandbox.database.Database;
import org.countermand.sandbox.host.AtExit;
import org.countermand.sandbox.host.FolderLock;
import org.countermand.sandbox.host.Folders;
import org.countermand.sandbox.mailbox.Mailbox;
import org.countermand.sandbox.node.Node;
import org.countermand.sandbox.payment.PaymentServer;
import org.countermand.sandbox.plain.PlainServer;
import org.countermand.sandbox.warehouse.Warehouse;
import org.countermand.sandbox.webhook.Endpoint;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/**
 * Countermand and everything around it on one machine.
 *
 * <p>{@link #start} returns when every node is ready; what cannot start takes down what has
 * started. {@link #close()} ends all of it in reverse, and so does the end of this JVM.
 */
public final class World implements AutoCloseable {

  /** The outside parties by the name of their data folder; another one is another entry here. */
  private static final Map<String, Party> PARTIES =
      Map.of(
          "payment",
          (settings, folder) ->
              new PaymentServer(Settings.STRIPE_KEY, Folders.file(folder, "payments.jsonl"))
                  .start(settings.ports().payment()),
          "plain",
          (settings, folder) -> new PlainServer(settings.ports().plain()),
          "warehouse",
          (settings, folder) ->
              new Warehouse(Settings.WAREHOUSE_TOKEN, Folders.file(folder, "warehouse.jsonl"))
                  .start(settings.ports().warehouse()),
          "bank",
          (settings, folder) ->
              new Bank(Settings.BANK_TOKEN, Folders.file(folder, "bank.jsonl"))
                  .start(settings.ports().bank()));

  private final Settings settings;
  private final FolderLock lock;
  private final List<AutoCloseable> parties = new ArrayList<>();
  private final List<Node> nodes = new ArrayList<>();
  private @Nullable Database database;
  private @Nullable Mailbox mailbox;

  private World(Settings settings, FolderLock lock) {
    this.settings = settings;
    this.lock = lock;
  }

  /**
   * Starts everything.
   *
   * @throws FolderLock.Taken if another world uses the folder
   * @throws org.countermand.sandbox.host.PortTaken if a port is in use
   * @throws org.countermand.sandbox.node.NodeFailed if a node does not become ready
   */
  public static World start(Settings settings) {
    // By one thread: several at once make the logging complain about its own start.
    LoggerFactory.getILoggerFactory();
    World world = new World(settings, FolderLock.take(settings.folder()));
    try {
      world.clearLeftovers();
      settings.ports().requireFree();
      world.startSurroundings();
      world.startNodes();
      world.connect();
      return world;
    } catch (RuntimeException e) {
      world.close();
      throw e;
    }
  }

  /** Nodes first: a database that still has clients does not end politely. */
  private void clearLeftovers() {
    for (int i = 0; i < settings.ports().portals().size(); i++) {
      Node.endLeftover(settings.folder(nodeName(i)));
    }
    Database.endLeftover(settings.folder("database"));
    if (settings.fresh()) {
      // The nodes' folders stay: they hold caches and logs, and no data.
      Folders.delete(settings.folder("database"));
      Folders.delete(settings.folder("mailbox"));
      PARTIES.keySet().forEach(name -> Folders.delete(settings.folder(name)));
    }
  }

  private void startSurroundings() {
    WorldPorts ports = settings.ports();
    List<Runnable> starts = new ArrayList<>();
    starts.add(() -> database = Database.start(settings.folder("database"), ports.database()));
    starts.add(
        () -> mailbox = Mailbox.start(ports.smtp(), ports.page(), settings.folder("mailbox")));
    PARTIES.forEach((name, party) -> starts.add(() -> startParty(name, party)));
    together(starts);
  }

  private void startParty(String name, Party party) {
    try {
      AutoCloseable started = party.start(settings, settings.folder(name));
      AtExit.close(started);
      synchronized (parties) {
        parties.add(started);
      }
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException("Could not start the " + name, e);
    }
  }

  private void startNodes() {
    List<Integer> portals = settings.ports().portals();
    Node[] started = new Node[portals.size()];
    try {
      together(
          IntStream.range(0, portals.size())
              .<Runnable>mapToObj(i -> () -> started[i] = startNode(i, portals.get(i)))
              .toList());
    } finally {
      for (Node node : started) {
        if (node != null) {
          nodes.add(node);
        }
      }
    }
  }

  /** Accounts for people and programs, who sells, and addresses for those who call back. */
  private void connect() {
    Accounts.create(database(), settings.logInCost());
    Sellers.create(database());
    URI portal = settings.portal();
    party(PaymentServer.class)
        .postman()
        .tell(
            Endpoint.normal(
                portal.resolve("api/v1/webhooks/stripe"), Settings.STRIPE_WEBHOOK_SECRET));
    party(Warehouse.class)
        .postman()
        .tell(
            Endpoint.normal(
                portal.resolve("api/v1/webhooks/warehouse"), Settings.WAREHOUSE_SECRET));
  }

  private Node startNode(int index, int port) {
    return Node.start(
        settings.folder(nodeName(index)), port, settings.environment(), settings.jvmOptions());
  }

  private static String nodeName(int index) {
    return "node-" + (index + 1);
  }

  /** Runs all at once and waits for all, so that none is still starting when one has failed. */
  private static void together(List<Runnable> tasks) {
    CompletableFuture<?>[] running =
        tasks.stream().map(World::onItsOwnThread).toArray(CompletableFuture[]::new);
    try {
      CompletableFuture.allOf(running).join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException cause ? cause : e;
    }
  }

  private static CompletableFuture<Void> onItsOwnThread(Runnable task) {
    // A thread each: the common pool of a small machine has one, and starting is mostly waiting.
    return CompletableFuture.runAsync(task, work -> new Thread(work, "world-start").start());
  }

  /** What this world is made of. */
  public Settings settings() {
    return settings;
  }

  /** The database behind all nodes. */
  public Database database() {
    return started(database);
  }

  /** Where the nodes' letters go. */
  public Mailbox mailbox() {
    return started(mailbox);
  }

  /** The first node. */
  public Node node() {
    return nodes.get(0);
  }

  /** All nodes, in the order of their ports. */
  public List<Node> nodes() {
    return List.copyOf(nodes);
  }

  /** The outside party of this type, to be told how it shall behave. */
  public <P> P party(Class<P> type) {
    return parties.stream().filter(type::isInstance).map(type::cast).findFirst().orElseThrow();
  }

  private static <P> P started(@Nullable P part) {
    if (part == null) {
      throw new IllegalStateException("not started");
    }
    return part;
  }

  @Override
  public void close() {
    nodes.forEach(World::close);
    parties.forEach(World::close);
    parties.forEach(AtExit::closed);
    close(mailbox);
    close(database);
    lock.close();
  }

  private static void close(@Nullable AutoCloseable part) {
    try {
      if (part != null) {
        part.close();
      }
    } catch (Exception e) {
      // The others must still be closed.
      System.err.println("Could not close " + part + ": " + e);
    }
  }
}
