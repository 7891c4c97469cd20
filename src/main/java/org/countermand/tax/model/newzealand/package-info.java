/** Goods and services tax of New Zealand. */
@NullMarked
package org.countermand.tax.model.newzealand;

import org.jspecify.annotations.NullMarked;
