/** Keeps policy revisions with the day from which they apply. */
@NullMarked
package org.countermand.eligibility.store;

import org.jspecify.annotations.NullMarked;
