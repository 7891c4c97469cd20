/** The way in for shops' programs, gateways and warehouses. */
@NullMarked
package org.countermand.api;

import org.jspecify.annotations.NullMarked;
