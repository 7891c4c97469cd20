package org.countermand.architecture.planted.wall03.order;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import org.countermand.architecture.planted.wall03.kernel.Actor;

@ApplicationScoped
@Transactional
public class BadUnmarkedService {
  public void place(Actor by) {}
}
