/** Keeps mappings, jobs with their rows, and the channels' instructions. */
@NullMarked
package org.countermand.channel.store;

import org.jspecify.annotations.NullMarked;
