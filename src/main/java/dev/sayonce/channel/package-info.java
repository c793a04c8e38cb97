/** What all channels share. */
@NullMarked
package dev.sayonce.channel;

import org.jspecify.annotations.NullMarked;
