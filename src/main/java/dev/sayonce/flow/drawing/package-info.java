/** Draws a flow: what leads where as a picture or as an outline, the same from the same files. */
@NullMarked
package dev.sayonce.flow.drawing;

import org.jspecify.annotations.NullMarked;
