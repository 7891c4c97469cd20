/** The reversal of tax as it was charged. */
@NullMarked
package org.countermand.tax.model;

import org.jspecify.annotations.NullMarked;
