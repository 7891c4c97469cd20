package org.countermand.platform.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Refuses with 400 an address or a form that cannot be taken apart: with broken escapes, or with
 * more fields than any page has. A page would find out only in the midst of its work. Worse, where
 * the server looks for a folder's page, as at {@code /}, it would then leave the request's beans on
 * its thread, and whoever comes next on that thread would find nobody logged in.
 *
 * <p>The programming interface reads its own bodies and is left alone.
 */
public class LegibleRequests extends HttpFilter {

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    if (Entrance.isApi(RequestPath.of(request)) || isLegible(request)) {
      chain.doFilter(request, response);
    } else {
      response.sendError(HttpServletResponse.SC_BAD_REQUEST);
    }
  }

  static boolean isLegible(HttpServletRequest request) {
    try {
      request.getParameterMap();
      return true;
    } catch (IllegalArgumentException broken) {
      return false;
    }
  }
}
