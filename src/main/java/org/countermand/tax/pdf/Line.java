package org.countermand.tax.pdf;

import java.util.List;

/**
 * One line of text as it is drawn.
 *
 * @param width in points
 */
record Line(List<Run> runs, float width) {}
