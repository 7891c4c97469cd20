package org.countermand.platform.faces;

import jakarta.faces.FacesException;
import jakarta.faces.application.ViewExpiredException;
import jakarta.faces.context.ExceptionHandler;
import jakarta.faces.context.ExceptionHandlerWrapper;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.faces.event.ExceptionQueuedEvent;
import jakarta.faces.event.ExceptionQueuedEventContext;
import jakarta.faces.event.PhaseId;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Iterator;

/**
 * Shows a form anew whose state cannot be read, because it was tampered with, damaged on its way or
 * sealed under an earlier secret. Nothing of such a form is carried out. The page says so where its
 * address has {@code lapsed}.
 */
public class LapsedViews extends ExceptionHandlerWrapper {

  static final String MARK = "lapsed=true";

  LapsedViews(ExceptionHandler wrapped) {
    super(wrapped);
  }

  @Override
  public void handle() throws FacesException {
    Iterator<ExceptionQueuedEvent> events = getUnhandledExceptionQueuedEvents().iterator();
    boolean lapsed = false;
    while (events.hasNext()) {
      if (isLapse(events.next().getContext())) {
        events.remove();
        lapsed = true;
      }
    }
    if (lapsed) {
      showAnew(FacesContext.getCurrentInstance());
    }
    super.handle();
  }

  /** While values are applied, only a form with a file that was not sent as one makes it throw. */
  private static boolean isLapse(ExceptionQueuedEventContext event) {
    boolean applying = PhaseId.APPLY_REQUEST_VALUES.equals(event.getPhaseId());
    for (Throwable cause = event.getException(); cause != null; cause = cause.getCause()) {
      if (cause instanceof ViewExpiredException || applying && cause instanceof ServletException) {
        return true;
      }
    }
    return false;
  }

  private static void showAnew(FacesContext context) {
    ExternalContext external = context.getExternalContext();
    try {
      external.redirect(address((HttpServletRequest) external.getRequest()));
    } catch (IOException e) {
      throw new FacesException(e);
    }
    context.responseComplete();
  }

  /** Never begins with two slashes, which browsers would take for another host. */
  static String address(HttpServletRequest request) {
    String path = request.getContextPath() + "/" + request.getServletPath().replaceFirst("^/+", "");
    String query = request.getQueryString();
    if (query == null || query.isEmpty()) {
      return path + "?" + MARK;
    }
    return path + "?" + query + (query.endsWith(MARK) ? "" : "&" + MARK);
  }
}
