/** What a letter says, in the reader's language. */
@NullMarked
package org.countermand.notification.model;

import org.jspecify.annotations.NullMarked;
