package org.countermand.cancellation.model;

/**
 * The answer to a request.
 *
 * @param created whether this request made it; false for one who came second and receives the
 *     winner's
 */
public record Receipt(Cancellation cancellation, boolean created) {}
