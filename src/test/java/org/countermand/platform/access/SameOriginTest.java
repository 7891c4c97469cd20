package org.countermand.platform.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SameOriginTest {

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "-,           -,                      shop.example,      false",
        "same-origin, -,                      shop.example,      false",
        "none,        -,                      shop.example,      false",
        "cross-site,  -,                      shop.example,      true",
        "same-site,   -,                      shop.example,      true",
        "cross-site,  https://shop.example,   shop.example,      true",
        "same-origin, null,                   shop.example,      false",
        "same-origin, https://proxy.example,  shop.example,      false",
        "-,           https://shop.example,   shop.example,      false",
        "-,           HTTPS://Shop.Example,   shop.example,      false",
        "-,           http://127.0.0.1:9080,  127.0.0.1:9080,    false",
        "-,           http://127.0.0.1:9081,  127.0.0.1:9080,    true",
        "-,           https://evil.example,   shop.example,      true",
        "-,           https://shop.example,   -,                 true",
        "-,           null,                   shop.example,      false",
        "-,           not an origin,          shop.example,      true",
      })
  void believes_the_browser(String site, String origin, String host, boolean foreign) {
    assertThat(SameOrigin.isForeign(site, origin, host)).isEqualTo(foreign);
  }

  @Test
  void refuses_a_foreign_form_and_lets_a_foreign_link_and_a_program_pass() throws Exception {
    assertThat(passes("POST", "/customer/order.xhtml")).isFalse();
    assertThat(passes("DELETE", "/customer/order.xhtml")).isFalse();
    assertThat(passes("GET", "/customer/order.xhtml")).isTrue();
    assertThat(passes("POST", "/api/v1/orders")).isTrue();
  }

  private static boolean passes(String method, String path) throws Exception {
    Exchange exchange = new Exchange(method, path, Map.of("Sec-Fetch-Site", "cross-site"));
    boolean[] passed = {false};
    new SameOrigin().doFilter(exchange.request(), exchange.response(), (q, r) -> passed[0] = true);
    assertThat(exchange.status()).isEqualTo(passed[0] ? 200 : 403);
    return passed[0];
  }
}
