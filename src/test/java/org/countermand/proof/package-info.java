/** Proves from outside that the books are right, with no code of the application. */
@NullMarked
package org.countermand.proof;

import org.jspecify.annotations.NullMarked;
