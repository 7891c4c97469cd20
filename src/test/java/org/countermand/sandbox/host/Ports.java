package org.countermand.sandbox.host;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;

/** TCP ports of the loopback interface. */
public final class Ports {

  private Ports() {}

  /** Any free port. Nothing reserves it, so it is bound soon after or lost to a neighbour. */
  public static int free() {
    return free(1).get(0);
  }

  /** Free ports that differ from each other, which repeated single questions do not promise. */
  public static List<Integer> free(int count) {
    List<ServerSocket> held = new ArrayList<>();
    try {
      List<Integer> ports = new ArrayList<>();
      for (int i = 0; i < count; i++) {
        ServerSocket socket = bind(0);
        held.add(socket);
        ports.add(socket.getLocalPort());
      }
      return List.copyOf(ports);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      held.forEach(Ports::release);
    }
  }

  /**
   * The port that the system property names, or the default.
   *
   * @throws PortTaken if something listens there already
   */
  public static int chosen(String property, int byDefault) {
    int port = Integer.getInteger(property, byDefault);
    require(port, property);
    return port;
  }

  /**
   * Refuses a port that is in use, so that nothing is half started before it is noticed.
   *
   * @param property the system property by which another port is chosen
   * @throws PortTaken if something listens there already
   */
  public static void require(int port, String property) {
    try {
      bind(port).close();
    } catch (IOException e) {
      throw new PortTaken(port, property);
    }
  }

  private static ServerSocket bind(int port) throws IOException {
    ServerSocket socket = new ServerSocket();
    try {
      // A connection of the run before may linger in TIME_WAIT; that does not make the port taken.
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      return socket;
    } catch (IOException e) {
      socket.close();
      throw e;
    }
  }

  private static void release(ServerSocket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
