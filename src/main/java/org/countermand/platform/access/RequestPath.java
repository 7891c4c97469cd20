package org.countermand.platform.access;

import jakarta.servlet.http.HttpServletRequest;

/** The path as the container reads it when it chooses a servlet, so that both read the same. */
final class RequestPath {

  private RequestPath() {}

  static String of(HttpServletRequest request) {
    String rest = request.getPathInfo();
    return rest == null ? request.getServletPath() : request.getServletPath() + rest;
  }
}
