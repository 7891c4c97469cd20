/** Judges what of an order may be cancelled. */
@NullMarked
package org.countermand.eligibility;

import org.jspecify.annotations.NullMarked;
