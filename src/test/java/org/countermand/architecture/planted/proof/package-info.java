/** Statements of a proof, some of which ask the application. */
@NullMarked
package org.countermand.architecture.planted.proof;

import org.jspecify.annotations.NullMarked;
