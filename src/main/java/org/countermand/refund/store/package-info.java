/** Keeps quotations as the exact text that was hashed. */
@NullMarked
package org.countermand.refund.store;

import org.jspecify.annotations.NullMarked;
