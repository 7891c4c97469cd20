package org.countermand.api.wire;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.countermand.kernel.Ids;
import org.countermand.kernel.ReasonCode;
import org.countermand.order.model.Fulfilment;
import org.countermand.order.model.FulfilmentStage;
import org.countermand.order.model.Order;
import org.countermand.order.model.OrderLine;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Lines that are picked, packed and sent together. */
@Schema(name = "Fulfilment")
public record FulfilmentBody(
    @Schema(maxLength = 50, required = true) @Nullable String warehouse,
    @Schema(defaultValue = "NOT_STARTED") @Nullable FulfilmentStage stage,
    @Schema(description = "Positions of the order's lines, from 1", required = true)
        @Nullable List<Integer> lines) {

  Fulfilment toModel(Fields fields, List<OrderLine> known) {
    List<UUID> ids = new ArrayList<>();
    for (int position : fields.required("lines", lines, List.<Integer>of())) {
      if (position < 1 || position > known.size()) {
        fields.found(ReasonCode.LINE_UNKNOWN, "lines");
      } else {
        ids.add(known.get(position - 1).id());
      }
    }
    return new Fulfilment(
        Ids.next(),
        fields.text("warehouse", warehouse, 50),
        stage == null ? FulfilmentStage.NOT_STARTED : stage,
        ids);
  }

  static FulfilmentBody of(Fulfilment fulfilment, Order order) {
    List<Integer> positions =
        order.lines().stream()
            .filter(line -> fulfilment.lineIds().contains(line.id()))
            .map(OrderLine::position)
            .toList();
    return new FulfilmentBody(fulfilment.warehouse(), fulfilment.stage(), positions);
  }
}
