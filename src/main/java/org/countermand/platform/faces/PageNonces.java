package org.countermand.platform.faces;

import jakarta.faces.context.FacesContext;
import jakarta.faces.context.FacesContextFactory;
import jakarta.faces.lifecycle.Lifecycle;
import org.primefaces.csp.CspState;

/**
 * Puts {@link PageNonce} where PrimeFaces looks for the nonce when it builds its own context.
 * Announced under {@code META-INF/services}, because what {@code faces-config.xml} announces comes
 * after PrimeFaces, and that is too late.
 */
public class PageNonces extends FacesContextFactory {

  /** Called by the Faces runtime. */
  public PageNonces(FacesContextFactory wrapped) {
    super(wrapped);
  }

  @Override
  public FacesContext getFacesContext(
      Object application, Object request, Object response, Lifecycle lifecycle) {
    FacesContext context = getWrapped().getFacesContext(application, request, response, lifecycle);
    context.getAttributes().put(CspState.class.getName(), new PageNonce(context));
    return context;
  }
}
