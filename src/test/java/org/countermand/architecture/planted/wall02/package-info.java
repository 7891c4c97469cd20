/** A miniature house whose arrows point sideways and up. */
@NullMarked
package org.countermand.architecture.planted.wall02;

import org.jspecify.annotations.NullMarked;
