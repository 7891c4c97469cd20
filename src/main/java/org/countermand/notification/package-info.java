/** Writes letters to buyers when something happened to their orders. */
@NullMarked
package org.countermand.notification;

import org.jspecify.annotations.NullMarked;
