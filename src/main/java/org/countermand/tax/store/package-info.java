/** Keeps the texts of documents, their gapless numbers, and who issues them. */
@NullMarked
package org.countermand.tax.store;

import org.jspecify.annotations.NullMarked;
