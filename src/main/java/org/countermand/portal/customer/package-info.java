/** The buyer's pages. */
@NullMarked
package org.countermand.portal.customer;

import org.jspecify.annotations.NullMarked;
