package org.countermand.platform.faces;

import jakarta.enterprise.inject.spi.CDI;
import jakarta.faces.application.ViewHandler;
import jakarta.faces.application.ViewHandlerWrapper;
import jakarta.faces.component.UIViewParameter;
import jakarta.faces.component.UIViewRoot;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewMetadata;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.countermand.platform.access.CurrentLocale;
import org.jspecify.annotations.Nullable;

/**
 * Shows every page in the language of the request, and keeps what a page's address says of it: a
 * form is sent to the address it was read at, so a reload or a second try finds the same page.
 */
public class Pages extends ViewHandlerWrapper {

  /** Called by the Faces runtime. */
  public Pages(ViewHandler wrapped) {
    super(wrapped);
  }

  @Override
  public Locale calculateLocale(FacesContext context) {
    return CDI.current().select(CurrentLocale.class).get().getLocale();
  }

  /** The language may have been changed in another tab since the form was shown. */
  @Override
  public @Nullable UIViewRoot restoreView(FacesContext context, String viewId) {
    UIViewRoot view = super.restoreView(context, viewId);
    if (view != null) {
      view.setLocale(calculateLocale(context));
    }
    return view;
  }

  @Override
  public String getActionURL(FacesContext context, String viewId) {
    String address = super.getActionURL(context, viewId);
    UIViewRoot view = context.getViewRoot();
    boolean itself = view != null && viewId.equals(view.getViewId());
    Map<String, List<String>> parameters = itself ? parameters(context, view) : Map.of();
    return parameters.isEmpty()
        ? address
        : context.getExternalContext().encodeBookmarkableURL(address, parameters);
  }

  private static Map<String, List<String>> parameters(FacesContext context, UIViewRoot view) {
    Map<String, List<String>> parameters = new LinkedHashMap<>();
    for (UIViewParameter parameter : ViewMetadata.getViewParameters(view)) {
      String value = parameter.getStringValueFromModel(context);
      if (value != null && !value.isEmpty()) {
        parameters.put(parameter.getName(), List.of(value));
      }
    }
    return parameters;
  }
}
