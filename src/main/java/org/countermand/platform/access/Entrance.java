package org.countermand.platform.access;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** The door of the house that a path leads to, which decides how its visitors are known. */
enum Entrance {
  /** The back office: agents by cookie. */
  OFFICE,
  /** The programming interface: partners by key. */
  API,
  /** The pages of one order: customers by cookie. */
  ORDER,
  /** Everything that anybody may see. */
  STREET,
  /** A path that no page of ours has and that servers are known to read differently. */
  NOWHERE;

  /** The customer's pages that show an order; each stands for all that begins with it. */
  static final List<String> CUSTOMER_PAGES =
      List.of(
          "/customer/order", "/customer/quotation", "/customer/status", "/customer/another-way");

  static final String LOGIN = "/agent/login.xhtml";

  /** Callers prove themselves there by a signature over the body, or need no proof. */
  private static final List<String> OPEN_API =
      List.of("/api/v1/webhooks", "/api/openapi", "/api/v1/openapi");

  private static final Pattern SLASHES = Pattern.compile("/{2,}");
  private static final Pattern CROOKED = Pattern.compile("[\\\\;\\p{Cntrl}]|/\\.{1,2}(/|$)");

  /**
   * Where a path leads.
   *
   * @param path decoded, without the application's own context path, without query
   */
  static Entrance of(String path) {
    // In doubt the stricter reading: some file systems ignore case, and some servers map Faces
    // pages under /faces too.
    String plain = SLASHES.matcher("/" + path).replaceAll("/").toLowerCase(Locale.ROOT);
    if (CROOKED.matcher(plain).find()) {
      return NOWHERE;
    }
    while (plain.startsWith("/faces/")) {
      plain = plain.substring("/faces".length());
    }
    if (isUnder(plain, "/agent")) {
      return plain.equals(LOGIN) ? STREET : OFFICE;
    }
    if (isUnder(plain, "/api")) {
      return isOpen(plain) ? STREET : API;
    }
    return CUSTOMER_PAGES.stream().anyMatch(plain::startsWith) ? ORDER : STREET;
  }

  static boolean isApi(String path) {
    return isUnder(SLASHES.matcher("/" + path).replaceAll("/").toLowerCase(Locale.ROOT), "/api");
  }

  private static boolean isOpen(String path) {
    return OPEN_API.stream().anyMatch(open -> isUnder(path, open) || path.startsWith(open + "."));
  }

  private static boolean isUnder(String path, String folder) {
    return path.equals(folder) || path.startsWith(folder + "/");
  }
}
