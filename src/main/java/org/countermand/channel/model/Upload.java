package org.countermand.channel.model;

import java.io.InputStream;

/**
 * A file as somebody brings it.
 *
 * @param name as he calls it
 * @param content read to its end, not closed
 */
public record Upload(String name, InputStream content) {}
