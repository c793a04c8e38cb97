/**
 * The pure core: what a conversation is and what each event makes of it. No I/O, no clock, no
 * exceptions.
 */
@NullMarked
package dev.sayonce.conversation;

import org.jspecify.annotations.NullMarked;
