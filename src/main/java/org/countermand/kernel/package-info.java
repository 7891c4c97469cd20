/** The words that every capability shares, pure and without a clock. */
@NullMarked
package org.countermand.kernel;

import org.jspecify.annotations.NullMarked;
