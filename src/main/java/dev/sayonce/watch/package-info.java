/** What operators see of the whole installation: figures that no single gateway has by itself. */
@NullMarked
package dev.sayonce.watch;

import org.jspecify.annotations.NullMarked;
