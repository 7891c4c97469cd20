/** A warehouse that holds goods when asked, or will not, or answers late. */
@NullMarked
package org.countermand.sandbox.warehouse;

import org.jspecify.annotations.NullMarked;
