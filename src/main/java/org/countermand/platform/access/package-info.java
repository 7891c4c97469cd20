/** Finds out who is calling and gives him the means to prove it. */
@NullMarked
package org.countermand.platform.access;

import org.jspecify.annotations.NullMarked;
