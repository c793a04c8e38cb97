/**
 * Reads what authors wrote in YAML into a checked flow set, or tells them everything that is wrong
 * at once: where, what, and how to mend it.
 */
@NullMarked
package dev.sayonce.flow.yaml;

import org.jspecify.annotations.NullMarked;
