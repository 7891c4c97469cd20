/** Value added tax of the United Kingdom. */
@NullMarked
package org.countermand.tax.model.unitedkingdom;

import org.jspecify.annotations.NullMarked;
