/** The gateway's start, and what every room may use. */
@NullMarked
package dev.sayonce;

import org.jspecify.annotations.NullMarked;
