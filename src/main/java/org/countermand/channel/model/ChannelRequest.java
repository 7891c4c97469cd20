package org.countermand.channel.model;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.countermand.order.model.Ask;

/**
 * The instructions of one number that concern one order: a cancellation to be asked for.
 *
 * @param number the channel's number of the cancellation
 * @param asks the linked units, by line
 * @param text the instructions as they stand in the file
 */
public record ChannelRequest(
    UUID id, UUID orderId, String number, Instant at, List<Ask> asks, String text) {
  public ChannelRequest {
    asks = List.copyOf(asks);
  }
}
