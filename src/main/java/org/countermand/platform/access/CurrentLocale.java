package org.countermand.platform.access;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;

/**
 * The language to answer this request in: {@code ?lang=}, else the cookie that remembers it, else
 * what the browser accepts, else English. In a page: {@code #{currentLocale.locale}}.
 */
@Named
@RequestScoped
public class CurrentLocale {

  @Inject HttpServletRequest request;

  public Locale getLocale() {
    return Languages.of(request);
  }

  /** All that can be chosen, English first. */
  public List<Locale> getChoices() {
    return Languages.SPOKEN;
  }
}
