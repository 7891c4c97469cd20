package org.countermand.platform.access;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;

/** Remembers the language that was asked for by {@code ?lang=}, for a year. */
public class LanguageChoice extends HttpFilter {

  private static final Duration A_YEAR = Duration.ofDays(365);

  @Inject Cookies cookies;

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    if (!Entrance.isApi(RequestPath.of(request))) {
      Languages.asked(request)
          .ifPresent(
              locale -> cookies.set(response, Languages.COOKIE, locale.getLanguage(), A_YEAR));
    }
    chain.doFilter(request, response);
  }
}
