/** A payment server that can little: it takes payments and pays back, and is asked nothing else. */
@NullMarked
package org.countermand.sandbox.plain;

import org.jspecify.annotations.NullMarked;
