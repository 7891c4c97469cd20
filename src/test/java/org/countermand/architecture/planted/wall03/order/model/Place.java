package org.countermand.architecture.planted.wall03.order.model;

import org.countermand.architecture.planted.wall03.kernel.Actor;

public record Place(Actor actor, String number) {}
