/** The world around Countermand, for demonstrations and tests; none of it ships. */
@NullMarked
package org.countermand.sandbox;

import org.jspecify.annotations.NullMarked;
