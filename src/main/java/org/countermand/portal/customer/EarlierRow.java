package org.countermand.portal.customer;

import java.util.UUID;
import org.countermand.cancellation.model.Cancellation;

/** A cancellation of the same order, with a link to where it stands. */
public record EarlierRow(UUID id, String number, String received, String state, String tone) {

  static EarlierRow of(Cancellation cancellation, Sentences sentences) {
    return new EarlierRow(
        cancellation.id(),
        cancellation.number(),
        sentences.moment(cancellation.moments().receivedAt()),
        sentences.say("state." + cancellation.state()),
        Tones.of(cancellation.state()));
  }
}
