package org.countermand.api.wire;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** All mappings of a shop, by name. */
@Schema(name = "Mappings")
public record MappingsAnswer(List<MappingAnswer> mappings) {}
