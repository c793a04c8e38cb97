/** What agents see: the console's HTTP API. */
@NullMarked
package dev.sayonce.console;

import org.jspecify.annotations.NullMarked;
