/** Consumption tax of Japan. */
@NullMarked
package org.countermand.tax.model.japan;

import org.jspecify.annotations.NullMarked;
