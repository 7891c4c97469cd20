/** The back office's pages. */
@NullMarked
package org.countermand.portal.agent;

import org.jspecify.annotations.NullMarked;
