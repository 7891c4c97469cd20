package org.countermand.platform.faces;

import jakarta.faces.context.ExceptionHandler;
import jakarta.faces.context.ExceptionHandlerFactory;

/** Puts {@link LapsedViews} in front of the runtime's own handling of exceptions. */
public class LapsedViewsFactory extends ExceptionHandlerFactory {

  /** Called by the Faces runtime. */
  public LapsedViewsFactory(ExceptionHandlerFactory wrapped) {
    super(wrapped);
  }

  @Override
  public ExceptionHandler getExceptionHandler() {
    return new LapsedViews(getWrapped().getExceptionHandler());
  }
}
