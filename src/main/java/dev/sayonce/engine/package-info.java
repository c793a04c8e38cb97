/**
 * The shell round the core: takes events, makes their turns true in Redis, tells whoever looks on,
 * and does what is due.
 */
@NullMarked
package dev.sayonce.engine;

import org.jspecify.annotations.NullMarked;
