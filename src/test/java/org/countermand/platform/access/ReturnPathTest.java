package org.countermand.platform.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReturnPathTest {

  @ParameterizedTest
  @ValueSource(strings = {"/agent/desk.xhtml", "/agent/desk.xhtml?state=IN_REVIEW&q=a%20b"})
  void leads_to_pages_of_the_office(String next) {
    assertThat(ReturnPath.of(next)).contains(next);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://evil.example/agent/desk.xhtml",
        "//evil.example/agent/desk.xhtml",
        "/\\evil.example/agent/desk.xhtml",
        "/agent/../customer/find.xhtml",
        "/agent/desk.xhtml\r\nSet-Cookie: a=b",
        "/agent/desk.xhtml\n",
        "/agent/desk.xhtml?a=\"><script>",
        "javascript:alert(1)",
        "/customer/find.xhtml",
        "/agent/login.xhtml",
        "/agent/login.xhtml?next=x",
        "agent/desk.xhtml",
        ""
      })
  void leads_nowhere_else(String next) {
    assertThat(ReturnPath.of(next)).isEmpty();
  }

  @Test
  void the_login_leads_back_to_what_was_to_be_seen() {
    Exchange seen = new Exchange("GET", "/agent/desk.xhtml", Map.of()).query("q=a%20b");
    assertThat(ReturnPath.login(seen.request()))
        .isEqualTo("/agent/login.xhtml?next=%2Fagent%2Fdesk.xhtml%3Fq%3Da%2520b");
  }

  @Test
  void the_login_does_not_lead_back_to_a_form_that_was_sent() {
    Exchange sent = new Exchange("POST", "/agent/desk.xhtml", Map.of());
    assertThat(ReturnPath.login(sent.request())).isEqualTo("/agent/login.xhtml");
  }
}
