/**
 * Plays talks against the real machine and the real understanding, in memory: no server, no store,
 * time and calls as the script wants them.
 */
@NullMarked
package dev.sayonce.rehearsal;

import org.jspecify.annotations.NullMarked;
