/** Writes credit notes as EN 16931 wants them, in UBL 2.1. */
@NullMarked
package org.countermand.tax.ubl;

import org.jspecify.annotations.NullMarked;
