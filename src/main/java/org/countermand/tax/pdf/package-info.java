/** Writes credit documents for people with PDFBox. */
@NullMarked
package org.countermand.tax.pdf;

import org.jspecify.annotations.NullMarked;
