/** Makes orders and cancellations by the million, with all that the application would have left. */
@NullMarked
package org.countermand.sandbox.generator;

import org.jspecify.annotations.NullMarked;
