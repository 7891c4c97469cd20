/** Taxes on goods of Brazil. */
@NullMarked
package org.countermand.tax.model.brazil;

import org.jspecify.annotations.NullMarked;
