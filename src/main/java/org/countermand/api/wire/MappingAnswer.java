package org.countermand.api.wire;

import java.time.Instant;
import org.countermand.channel.model.SavedMapping;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One revision of a mapping. */
@Schema(name = "SavedMapping")
public record MappingAnswer(String name, int revision, Instant savedAt, MappingBody mapping) {

  /** A saved mapping in the words of the wire. */
  public static MappingAnswer of(SavedMapping saved) {
    return new MappingAnswer(
        saved.mapping().name(), saved.revision(), saved.savedAt(), MappingBody.of(saved.mapping()));
  }
}
