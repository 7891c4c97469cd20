/** Goods and services tax of Australia. */
@NullMarked
package org.countermand.tax.model.australia;

import org.jspecify.annotations.NullMarked;
