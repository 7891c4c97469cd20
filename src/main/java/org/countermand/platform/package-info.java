/** Plumbing that knows no business rule: time, nodes, migration, health. */
@NullMarked
package org.countermand.platform;

import org.jspecify.annotations.NullMarked;
