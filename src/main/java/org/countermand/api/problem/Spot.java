package org.countermand.api.problem;

import org.jspecify.annotations.Nullable;

/**
 * Where in a request's body something is wrong.
 *
 * @param pointer a JSON Pointer (RFC 6901), empty for the body as a whole
 * @param line counted from 1, or null where it is not known
 * @param column counted from 1, or null where it is not known
 */
public record Spot(String pointer, @Nullable Integer line, @Nullable Integer column) {}
