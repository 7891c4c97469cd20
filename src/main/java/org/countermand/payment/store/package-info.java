/** Keeps the account of every tender and the refund parts drawn on it. */
@NullMarked
package org.countermand.payment.store;

import org.jspecify.annotations.NullMarked;
