package org.countermand.architecture.planted.wall01.refund.model;

import org.countermand.architecture.planted.wall01.order.model.Line;

public record Share(Line line) {}
