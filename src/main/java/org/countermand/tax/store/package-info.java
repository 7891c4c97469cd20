/** Keeps credit notes and their gapless numbers. */
@NullMarked
package org.countermand.tax.store;

import org.jspecify.annotations.NullMarked;
