/** A shop that sells, takes payments and places its orders with Countermand. */
@NullMarked
package org.countermand.sandbox.shop;

import org.jspecify.annotations.NullMarked;
