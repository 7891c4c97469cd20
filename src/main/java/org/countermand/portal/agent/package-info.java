/** Shows the back office to agents. */
@NullMarked
package org.countermand.portal.agent;

import org.jspecify.annotations.NullMarked;
