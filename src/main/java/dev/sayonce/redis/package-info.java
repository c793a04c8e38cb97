/**
 * The one place that talks to Redis: connections, scripts, key names, the embedded server and what
 * we demand of a foreign one.
 */
@NullMarked
package dev.sayonce.redis;

import org.jspecify.annotations.NullMarked;
