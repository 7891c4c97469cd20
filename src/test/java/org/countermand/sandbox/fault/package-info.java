/** The mishaps that the sandbox can arrange for a call to the outside. */
@NullMarked
package org.countermand.sandbox.fault;

import org.jspecify.annotations.NullMarked;
