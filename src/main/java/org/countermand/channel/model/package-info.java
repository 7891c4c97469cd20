/** What a payload came to, row by row. */
@NullMarked
package org.countermand.channel.model;

import org.jspecify.annotations.NullMarked;
