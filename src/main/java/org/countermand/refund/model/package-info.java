/** Who gets what back, to the last minor unit. */
@NullMarked
package org.countermand.refund.model;

import org.jspecify.annotations.NullMarked;
