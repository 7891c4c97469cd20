/** Signed messages from a sandbox server to whoever asked for them. */
@NullMarked
package org.countermand.sandbox.webhook;

import org.jspecify.annotations.NullMarked;
