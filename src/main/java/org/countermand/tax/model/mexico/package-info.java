/** Value added tax of Mexico. */
@NullMarked
package org.countermand.tax.model.mexico;

import org.jspecify.annotations.NullMarked;
