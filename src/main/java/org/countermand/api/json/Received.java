package org.countermand.api.json;

/**
 * A body together with its text exactly as it was received, for what has to be kept verbatim.
 *
 * @param <T> the record that the text was read as
 */
public record Received<T>(String text, T body) {}
