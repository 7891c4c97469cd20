package org.countermand.architecture.planted.wall01.order.model;

import java.util.List;
import org.countermand.architecture.planted.wall01.kernel.Amount;

public record Line(Amount price, List<String> names) {}
