/** The orders and cancellations with which a sandbox is furnished. */
@NullMarked
package org.countermand.sandbox.demo;

import org.jspecify.annotations.NullMarked;
