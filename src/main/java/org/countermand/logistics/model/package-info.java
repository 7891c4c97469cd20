/** Holds on goods and the movements of stock that follow. */
@NullMarked
package org.countermand.logistics.model;

import org.jspecify.annotations.NullMarked;
