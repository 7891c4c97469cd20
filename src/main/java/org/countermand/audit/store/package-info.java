/** Keeps audit entries that nobody can change. */
@NullMarked
package org.countermand.audit.store;

import org.jspecify.annotations.NullMarked;
