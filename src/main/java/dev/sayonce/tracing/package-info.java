/**
 * Follows what happens from step to step, over gateways and restarts, for whoever looks for lost
 * time.
 */
@NullMarked
package dev.sayonce.tracing;

import org.jspecify.annotations.NullMarked;
