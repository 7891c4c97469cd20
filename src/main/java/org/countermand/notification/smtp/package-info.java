/** Speaks to a mail server. */
@NullMarked
package org.countermand.notification.smtp;

import org.jspecify.annotations.NullMarked;
