/** One Countermand server as a process that can be stopped, killed and started again. */
@NullMarked
package org.countermand.sandbox.node;

import org.jspecify.annotations.NullMarked;
