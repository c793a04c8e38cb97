/**
 * Texts with values in them, as ICU writes them: checked when they are read, never failing later.
 */
@NullMarked
package dev.sayonce.flow.template;

import org.jspecify.annotations.NullMarked;
