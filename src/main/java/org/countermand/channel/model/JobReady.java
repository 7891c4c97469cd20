package org.countermand.channel.model;

import java.util.UUID;

/** There is something to do for a job; told after the commit, and again by the sweep. */
public record JobReady(UUID jobId, JobKind kind) {}
