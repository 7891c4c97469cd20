/** Goods and services tax of Singapore. */
@NullMarked
package org.countermand.tax.model.singapore;

import org.jspecify.annotations.NullMarked;
