package org.countermand.platform.faces;

import jakarta.faces.context.FacesContext;
import org.jspecify.annotations.Nullable;
import org.primefaces.csp.CspState;

/**
 * The nonce that a page's scripts carry: fresh for every page, and for a partial update the one of
 * the page that asks. PrimeFaces itself would keep it in the view map, which makes a session for
 * every visitor, and would refuse each form that is sent without scripts.
 */
class PageNonce extends CspState {

  private static final String PARAMETER = "primefaces.nonce";

  private @Nullable String nonce;

  PageNonce(FacesContext context) {
    super(context);
  }

  @Override
  public String getNonce() {
    String known = nonce;
    if (known == null) {
      known = isUpdate() ? asked() : generateNonce();
      nonce = known;
    }
    return known;
  }

  private static boolean isUpdate() {
    return FacesContext.getCurrentInstance().getPartialViewContext().isAjaxRequest();
  }

  /** Whoever sends something else gets scripts that his page does not run. */
  private String asked() {
    String sent =
        FacesContext.getCurrentInstance()
            .getExternalContext()
            .getRequestParameterMap()
            .get(PARAMETER);
    return sent != null && sent.matches("[A-Za-z0-9+/=]{1,100}") ? sent : generateNonce();
  }
}
