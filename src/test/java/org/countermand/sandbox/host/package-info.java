/**
 * What the sandbox needs from the machine it runs on: ports, folders, and an end to every process.
 */
@NullMarked
package org.countermand.sandbox.host;

import org.jspecify.annotations.NullMarked;
