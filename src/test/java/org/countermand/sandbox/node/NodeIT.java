package org.countermand.sandbox.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.countermand.sandbox.SharedWorld;
import org.countermand.sandbox.host.PortTaken;
import org.countermand.sandbox.host.Ports;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NodeIT {

  @Test
  void a_killed_node_is_gone_at_once_and_comes_back_on_the_same_port() throws Exception {
    Node node = SharedWorld.get().nodes().get(1);
    if (!node.isRunning()) {
      node.restart();
    }
    long first = node.pid();

    node.kill();

    assertThat(ProcessHandle.of(first).filter(ProcessHandle::isAlive)).isEmpty();
    assertThatThrownBy(() -> status(node.uri().resolve("/health/ready")));

    node.restart();

    assertThat(node.pid()).isNotEqualTo(first);
    assertThat(status(node.uri().resolve("/health/ready"))).isEqualTo(200);
  }

  @Test
  void a_node_that_cannot_start_fails_at_once_and_shows_its_log(@TempDir Path folder) {
    assertThatThrownBy(
            () -> Node.start(folder, Ports.free(), Map.of(), List.of("-XX:+NoSuchOption")))
        .isInstanceOf(NodeFailed.class)
        .hasMessageContaining("ended with exit code 1")
        .hasMessageContaining("NoSuchOption");
  }

  @Test
  void a_taken_port_is_noticed_before_the_server_starts(@TempDir Path folder) throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      assertThatThrownBy(() -> Node.start(folder, taken.getLocalPort(), Map.of(), List.of()))
          .isInstanceOf(PortTaken.class);
    }
  }

  private static int status(URI uri) throws Exception {
    return HttpClient.newHttpClient()
        .send(HttpRequest.newBuilder(uri).build(), BodyHandlers.discarding())
        .statusCode();
  }
}
