package org.countermand.api.wire;

import java.util.List;
import java.util.UUID;
import org.countermand.kernel.Decision;
import org.countermand.order.model.Ask;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Units of lines that somebody means. */
@Schema(name = "Selection")
public record SelectionBody(@Nullable List<Choice> lines) {

  private static final UUID NO_LINE = new UUID(0, 0);

  /** So many units of one line. */
  public record Choice(
      @Schema(description = "The line's id", required = true) @Nullable UUID line,
      @Schema(description = "Units", minimum = "1", required = true) @Nullable Integer quantity) {

    private Ask toModel(Fields fields) {
      return new Ask(
          fields.required("line", line, NO_LINE), fields.required("quantity", quantity, 0));
    }
  }

  /** The wishes as the model has them; an absent list is an empty one. */
  public Decision<List<Ask>> toModel() {
    Fields fields = new Fields();
    List<Ask> asks = toModel(fields, lines);
    return fields.findings().isEmpty() ? Decision.yes(asks) : Decision.no(fields.findings());
  }

  /**
   * Likewise for a list of choices inside another body; whether units are free is not asked here.
   */
  static List<Ask> toModel(Fields fields, @Nullable List<Choice> lines) {
    return fields.each("lines", lines, 5000, Choice::toModel);
  }
}
