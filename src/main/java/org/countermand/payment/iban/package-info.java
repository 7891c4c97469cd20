/** Checks account numbers with iban4j, which knows the structure of every country's. */
@NullMarked
package org.countermand.payment.iban;

import org.jspecify.annotations.NullMarked;
