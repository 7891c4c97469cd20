package org.countermand.platform.faces;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LapsedViewsTest {

  @Test
  void a_page_is_shown_anew_at_its_own_address() {
    assertThat(address("/customer/quotation.xhtml", "q=17"))
        .isEqualTo("/shop/customer/quotation.xhtml?q=17&lapsed=true");
    assertThat(address("/customer/find.xhtml", null))
        .isEqualTo("/shop/customer/find.xhtml?lapsed=true");
  }

  @Test
  void a_second_lapse_does_not_lengthen_the_address() {
    assertThat(address("/customer/find.xhtml", "lapsed=true"))
        .isEqualTo("/shop/customer/find.xhtml?lapsed=true");
  }

  @Test
  void a_path_with_two_slashes_does_not_become_another_host() {
    assertThat(LapsedViews.address(request("", "//elsewhere.example/a.xhtml", null)))
        .isEqualTo("/elsewhere.example/a.xhtml?lapsed=true");
  }

  private static String address(String path, @Nullable String query) {
    return LapsedViews.address(request("/shop", path, query));
  }

  private static HttpServletRequest request(String context, String path, @Nullable String query) {
    Map<String, @Nullable Object> answers = new HashMap<>();
    answers.put("getContextPath", context);
    answers.put("getServletPath", path);
    answers.put("getQueryString", query);
    return (HttpServletRequest)
        Proxy.newProxyInstance(
            LapsedViewsTest.class.getClassLoader(),
            new Class<?>[] {HttpServletRequest.class},
            (proxy, method, arguments) -> answers.get(method.getName()));
  }
}
