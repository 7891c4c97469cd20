/** Value added tax of South Korea. */
@NullMarked
package org.countermand.tax.model.southkorea;

import org.jspecify.annotations.NullMarked;
