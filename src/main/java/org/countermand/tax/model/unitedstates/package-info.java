/** Sales taxes of the United States. */
@NullMarked
package org.countermand.tax.model.unitedstates;

import org.jspecify.annotations.NullMarked;
