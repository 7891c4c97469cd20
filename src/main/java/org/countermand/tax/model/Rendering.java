package org.countermand.tax.model;

/**
 * A document as bytes.
 *
 * @param fileName with its ending, safe in every file system
 * @param mediaType such as {@code application/xml}
 * @param bytes never changed after it is made; nobody copies them
 */
public record Rendering(String fileName, String mediaType, byte[] bytes) {}
