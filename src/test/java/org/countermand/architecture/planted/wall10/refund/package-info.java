/** What is owed. And who gets it. */
@NullMarked
package org.countermand.architecture.planted.wall10.refund;

import org.jspecify.annotations.NullMarked;
