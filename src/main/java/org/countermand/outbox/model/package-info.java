/** Events as listeners hear them. */
@NullMarked
package org.countermand.outbox.model;

import org.jspecify.annotations.NullMarked;
