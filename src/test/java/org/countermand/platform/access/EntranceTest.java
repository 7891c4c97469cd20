package org.countermand.platform.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EntranceTest {

  @ParameterizedTest
  @CsvSource({
    "/agent/desk.xhtml, OFFICE",
    "/agent, OFFICE",
    "/agent/, OFFICE",
    "/agent/login.xhtml/more, OFFICE",
    "/agent/login.xhtml, STREET",
    "/agents.html, STREET",
    "/api/v1/orders, API",
    "/api/v1/orders/1/cancellations, API",
    "/api, API",
    "/api/v2/orders, API",
    "/api/v1/webhooks, STREET",
    "/api/v1/webhooks/stripe, STREET",
    "/api/v1/webhooks-list, API",
    "/api/v1/openapi, STREET",
    "/api/v1/openapi.yaml, STREET",
    "/api/v1/openapis, API",
    "/customer/order.xhtml, ORDER",
    "/customer/quotation.xhtml, ORDER",
    "/customer/status.xhtml, ORDER",
    "/customer/status/live, ORDER",
    "/customer/find.xhtml, STREET",
    "/, STREET",
    "'', STREET",
    "/jakarta.faces.resource/tokens.css.xhtml, STREET",
    "/error, STREET",
  })
  void each_path_has_one(String path, Entrance entrance) {
    assertThat(Entrance.of(path)).isEqualTo(entrance);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "//agent/desk.xhtml",
        "/agent//desk.xhtml",
        "/AGENT/desk.xhtml",
        "/faces/agent/desk.xhtml",
        "/faces//faces/agent/desk.xhtml",
        "agent/desk.xhtml"
      })
  void the_office_has_no_back_door(String path) {
    assertThat(Entrance.of(path)).isEqualTo(Entrance.OFFICE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/open/../agent/desk.xhtml",
        "/./agent/desk.xhtml",
        "/agent/..",
        "/agent;x/desk.xhtml",
        "/open\\..\\agent/desk.xhtml",
        "/agent\u0000/desk.xhtml",
        "/api/v1/webhooks/../orders"
      })
  void a_path_that_may_be_read_in_two_ways_leads_nowhere(String path) {
    assertThat(Entrance.of(path)).isEqualTo(Entrance.NOWHERE);
  }

  @Test
  void an_address_of_the_api_is_known_however_it_is_written() {
    assertThat(Entrance.isApi("//api/v1/orders")).isTrue();
    assertThat(Entrance.isApi("/apiary")).isFalse();
  }
}
