/** Keeps quotations as the exact text that was hashed, and what they depend on. */
@NullMarked
package org.countermand.refund.store;

import org.jspecify.annotations.NullMarked;
