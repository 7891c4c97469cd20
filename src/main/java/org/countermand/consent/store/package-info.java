/** Keeps consents as they were given. */
@NullMarked
package org.countermand.consent.store;

import org.jspecify.annotations.NullMarked;
