package org.countermand.portal.customer;

import java.util.UUID;
import org.countermand.kernel.ReasonCode;

/** Where a page can send the browser: Faces outcomes, all of them redirects. */
final class Ways {

  private static final String REDIRECT = ".xhtml?faces-redirect=true";

  private Ways() {}

  static String find(FindPage.Notice notice) {
    return "/customer/find" + REDIRECT + "&notice=" + notice.word();
  }

  static String find() {
    return "/customer/find" + REDIRECT;
  }

  static String code(UUID challengeId) {
    return "/customer/code" + REDIRECT + "&c=" + challengeId;
  }

  static String order() {
    return "/customer/order" + REDIRECT;
  }

  /** To the order, where a notice says why it leads there. */
  static String order(ReasonCode why) {
    return order() + "&why=" + why;
  }

  static String quotation(UUID quotationId) {
    return "/customer/quotation" + REDIRECT + "&q=" + quotationId;
  }

  static String status(UUID cancellationId) {
    return "/customer/status" + REDIRECT + "&id=" + cancellationId;
  }

  static String anotherWay(UUID cancellationId, UUID partId) {
    return "/customer/another-way" + REDIRECT + "&id=" + cancellationId + "&part=" + partId;
  }
}
