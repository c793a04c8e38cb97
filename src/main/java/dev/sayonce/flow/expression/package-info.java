/**
 * The small safe language of conditions and computed values: CEL, type-checked when it is read, run
 * within limits, never failing louder than a value.
 */
@NullMarked
package dev.sayonce.flow.expression;

import org.jspecify.annotations.NullMarked;
