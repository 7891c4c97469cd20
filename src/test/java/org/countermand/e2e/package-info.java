/** Journeys of customers, agents and strangers through the pages, in a real browser. */
@NullMarked
package org.countermand.e2e;

import org.jspecify.annotations.NullMarked;
