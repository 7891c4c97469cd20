/** The loopback HTTP that every server of the sandbox speaks. */
@NullMarked
package org.countermand.sandbox.http;

import org.jspecify.annotations.NullMarked;
