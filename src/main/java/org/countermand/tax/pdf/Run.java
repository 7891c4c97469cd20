package org.countermand.tax.pdf;

/** Letters of one font. */
record Run(Face face, String text) {}
