package org.countermand.sandbox;

import java.util.List;
import java.util.stream.IntStream;
import org.countermand.sandbox.host.Ports;

/**
 * Where the parts of a world listen, all on 127.0.0.1.
 *
 * @param portals one port per node, the first being the one that people are told
 * @param page the mailbox's page
 * @param plain where the payment server of the simple kind listens
 */
public record WorldPorts(
    List<Integer> portals,
    int page,
    int smtp,
    int payment,
    int plain,
    int warehouse,
    int bank,
    int database) {

  /** Ports that nobody uses at this moment, for tests that run beside anything else. */
  public static WorldPorts free(int nodes) {
    List<Integer> free = Ports.free(nodes + 7);
    int n = nodes;
    return new WorldPorts(
        free.subList(0, n),
        free.get(n),
        free.get(n + 1),
        free.get(n + 2),
        free.get(n + 3),
        free.get(n + 4),
        free.get(n + 5),
        free.get(n + 6));
  }

  /**
   * The ports that the documentation names, each to be overridden by a system property; further
   * nodes follow the first.
   */
  public static WorldPorts wellKnown(int nodes) {
    int portal = Integer.getInteger("countermand.http.port", 9080);
    return new WorldPorts(
        IntStream.range(portal, portal + nodes).boxed().toList(),
        Integer.getInteger("countermand.mailbox.port", 8025),
        Integer.getInteger("countermand.smtp.port", 2525),
        Integer.getInteger("countermand.payment.port", 8420),
        Integer.getInteger("countermand.plain.port", 8421),
        Integer.getInteger("countermand.warehouse.port", 8430),
        Integer.getInteger("countermand.bank.port", 8440),
        Integer.getInteger("countermand.database.port", 54329));
  }

  /**
   * Looks at all ports before anything starts.
   *
   * @throws org.countermand.sandbox.host.PortTaken if one is in use
   */
  void requireFree() {
    portals.forEach(port -> Ports.require(port, "countermand.http.port"));
    Ports.require(page, "countermand.mailbox.port");
    Ports.require(smtp, "countermand.smtp.port");
    Ports.require(payment, "countermand.payment.port");
    Ports.require(plain, "countermand.plain.port");
    Ports.require(warehouse, "countermand.warehouse.port");
    Ports.require(bank, "countermand.bank.port");
    Ports.require(database, "countermand.database.port");
  }
}
