/** The bodies of requests and answers as they stand on the wire. */
@NullMarked
package org.countermand.api.wire;

import org.jspecify.annotations.NullMarked;
