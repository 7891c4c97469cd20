/** Value added tax of Switzerland and Liechtenstein. */
@NullMarked
package org.countermand.tax.model.switzerland;

import org.jspecify.annotations.NullMarked;
