package org.countermand.architecture.planted.wall03.kernel;

public interface Actor {
  record System() implements Actor {}
}
