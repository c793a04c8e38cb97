/** Talks that authors write to test their flows: what a customer does and what must follow. */
@NullMarked
package dev.sayonce.flow.talk;

import org.jspecify.annotations.NullMarked;
