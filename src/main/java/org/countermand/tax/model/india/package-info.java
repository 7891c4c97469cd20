/** Goods and services tax of India. */
@NullMarked
package org.countermand.tax.model.india;

import org.jspecify.annotations.NullMarked;
