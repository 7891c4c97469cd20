package org.countermand.sandbox.node;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.countermand.sandbox.host.PortTaken;
import org.countermand.sandbox.host.Ports;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NodeIT {

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
}
