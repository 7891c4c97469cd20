package org.countermand.platform.access;

import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;
import org.countermand.kernel.Actor;
import org.jspecify.annotations.Nullable;

/** Who makes this request, as the container has authenticated him. */
@RequestScoped
public class CurrentActor {

  private @Nullable Actor actor;

  /** Set once per request, by the authentication mechanism alone. */
  void become(Actor authenticated) {
    actor = authenticated;
  }

  public Optional<Actor> get() {
    return Optional.ofNullable(actor);
  }

  /** The actor of a request that could not have come this far without one. */
  public Actor require() {
    if (actor == null) {
      throw new SecurityException("Nobody is authenticated");
    }
    return actor;
  }
}
