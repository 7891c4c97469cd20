/** Goods and services tax, harmonized and provincial sales taxes of Canada. */
@NullMarked
package org.countermand.tax.model.canada;

import org.jspecify.annotations.NullMarked;
