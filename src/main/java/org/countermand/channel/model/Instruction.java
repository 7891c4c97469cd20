package org.countermand.channel.model;

import java.time.Instant;
import java.util.UUID;

/**
 * What a channel says was cancelled. It names no order: which purchases it undoes is found by
 * {@link Linking}.
 *
 * @param number the channel's number of the cancellation
 * @param position of the row among those of its number, from 1
 * @param line of the file
 * @param email whose purchases it is about
 * @param units taken back, positive
 * @param text the row as it stands in the file
 */
public record Instruction(
    UUID id,
    String number,
    int position,
    long line,
    String email,
    String sku,
    int units,
    Instant at,
    String text) {}
