package org.countermand.sandbox.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

class PortsTest {

  @Test
  void a_taken_port_is_said_in_one_sentence_that_names_the_way_out() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      int port = taken.getLocalPort();

      assertThatThrownBy(() -> Ports.require(port, "countermand.http.port"))
          .isInstanceOf(PortTaken.class)
          .hasMessage(
              "Port %d is taken; choose another with -Dcountermand.http.port=….".formatted(port));
    }
  }

  @Test
  void free_ports_differ_and_can_be_bound() {
    assertThat(Ports.free(8))
        .doesNotHaveDuplicates()
        .allSatisfy(
            port -> assertThatCode(() -> Ports.require(port, "any")).doesNotThrowAnyException());
  }
}
